"""How right the answers are when only the surest are given.

    risk(c) = share wrong of the c surest answers        area = mean of risk(c) over c = 1 … n; lower is better

El-Yaniv and Wiener 2010; the area is that of Geifman and El-Yaniv 2019. Answers of one confidence are given or held
back together: each of them counts with the share wrong of them all, so that their order makes no difference.
"""

from collections.abc import Sequence
from itertools import groupby


def risk_coverage_curve(answers: Sequence[tuple[float, bool]]) -> list[float]:
    """Return the risk at each number of answers given, from one to all; `answers` are confidence and whether right."""
    risks: list[float] = []
    wrong = 0.0
    ordered = sorted(answers, key=lambda answer: -answer[0])
    for _, group in groupby(ordered, key=lambda answer: answer[0]):
        rights = [right for _, right in group]
        share_wrong = rights.count(False) / len(rights)
        for _ in rights:
            wrong += share_wrong
            risks.append(wrong / (len(risks) + 1))
    return risks


def risk_coverage_area(answers: Sequence[tuple[float, bool]]) -> float:
    """Return the mean of the curve, 0 to 1; 0 without answers."""
    risks = risk_coverage_curve(answers)
    return sum(risks) / len(risks) if risks else 0.0
