"""Expected calibration error: how far a stated confidence is from how often it is right.

    ECE = Σ_b (n_b / n) × |share right in b − mean confidence in b|,  b over equal widths of confidence

Guo et al. 2017, after Naeini et al. 2015.
"""

from collections.abc import Sequence


def expected_calibration_error(answers: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the error for answers given as confidence from 0 to 1 and whether they are right; 0 without answers."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in answers:
        groups[min(bins - 1, int(confidence * bins))].append((confidence, right))
    gaps = [abs(sum(right for _, right in group) - sum(confidence for confidence, _ in group)) for group in groups]
    return sum(gaps) / len(answers) if answers else 0.0
