"""The metrics of a run, each taken over outcomes so that two runs can be compared case by case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from evals.metrics.calibration import expected_calibration_error
from evals.metrics.citation_precision import citation_precision, citation_recall
from evals.metrics.latency import seconds_at
from evals.metrics.ndcg import ndcg_at
from evals.metrics.recall import recall_at
from evals.metrics.risk_coverage import risk_coverage_area
from evals.outcome import Outcome

DEPTH = 10
"""Passages within which retrieval is measured."""
Part = Callable[[Outcome], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """A mean over cases: what each case gives, None for one that does not count."""

    name: str
    part: Part
    lower_is_better: bool = False
    gates: bool = False
    """Whether a significant loss of it stops a change."""
    binary: bool = False
    """Whether each case gives 0 or 1, so that McNemar's test applies."""
    whole: Callable[[Sequence[Outcome]], float | None] | None = None
    """The metric over several outcomes where it is no mean; `part` then tells only which cases count."""
    of_search: bool = False
    """Whether it is of what was found alone, so that a loss of it was lost where passages are ranked."""
    percentile: float | None = None
    """The metric is this percentile of the seconds, of every case."""

    def over(self, outcomes: Sequence[Outcome]) -> float | None:
        """Return the metric, None when no case counts."""
        if self.percentile is not None:
            return seconds_at(outcomes, self.percentile)
        if self.whole is not None:
            return self.whole([each for each in outcomes if self.part(each) is not None])
        values = [value for value in map(self.part, outcomes) if value is not None]
        return fmean(values) if values else None

    def counted(self, outcomes: Sequence[Outcome]) -> int:
        """Return how many cases count."""
        return sum(self.part(each) is not None for each in outcomes)


def _of_facts(part: Callable[[Outcome], float]) -> Part:
    return lambda outcome: None if outcome.case.refuse else float(part(outcome))


def _within(depth: int) -> Part:
    return _of_facts(lambda outcome: outcome.gold_rank is not None and outcome.gold_rank <= depth)


def _reciprocal(outcome: Outcome) -> float:
    return max((1 / rank for rank in outcome.gold_ranks if rank is not None), default=0.0)


def _recall(outcome: Outcome) -> float:
    ranking, relevant = _ranking(outcome)
    return recall_at(ranking, relevant, DEPTH) if relevant else 0.0


def _gain(outcome: Outcome) -> float:
    ranking, relevant = _ranking(outcome)
    return ndcg_at(ranking, dict.fromkeys(relevant, 1.0), DEPTH) if relevant else 0.0


def _ranking(outcome: Outcome) -> tuple[list[int], list[int]]:
    """Return the ranks 1 to `DEPTH`, and those of the gold paragraphs; one not found has a rank below 0."""
    found = sorted({rank for rank in outcome.gold_ranks if rank is not None})
    absent = [-place for place, rank in enumerate(outcome.gold_ranks, start=1) if rank is None]
    return list(range(1, DEPTH + 1)), [*found, *absent]


def _stated(outcome: Outcome) -> float | None:
    """Count the answers given with a chance of being right; a refusal is not one of them."""
    return None if outcome.refused or outcome.confidence is None else outcome.confidence


def _sure(outcomes: Sequence[Outcome]) -> list[tuple[float, bool]]:
    return [(each.confidence or 0.0, each.right) for each in outcomes]


def _supported(outcome: Outcome) -> float | None:
    return outcome.supported / outcome.sentences if outcome.sentences else None


def _tokens(outcome: Outcome) -> float | None:
    return None if outcome.tokens is None else float(outcome.tokens)


def _judged(outcome: Outcome) -> float | None:
    return outcome.judged.supported / outcome.judged.sentences if outcome.judged else None


def _agreed(outcome: Outcome) -> float | None:
    return outcome.judged.agreed / outcome.judged.sentences if outcome.judged else None


def _guarded(outcome: Outcome) -> float | None:
    return None if outcome.guarded is None else float(outcome.guarded)


MEASURES: tuple[Measure, ...] = (
    Measure("answered right", _of_facts(lambda each: each.right), gates=True, binary=True),
    Measure("cited right", _of_facts(lambda each: each.cited), gates=True, binary=True),
    Measure("refused right", lambda each: float(each.refused) if each.case.refuse else None, gates=True, binary=True),
    Measure("false refusals", _of_facts(lambda each: each.refused), lower_is_better=True, gates=True, binary=True),
    Measure("refusal precision", lambda each: float(each.case.refuse) if each.refused else None),
    Measure("must recall", _of_facts(lambda each: each.held), gates=True),
    Measure("answer contained", _of_facts(lambda each: each.held == 1), binary=True),
    Measure("answer exact", _of_facts(lambda each: each.exact), binary=True),
    Measure("token F1", _of_facts(lambda each: each.overlap)),
    Measure("citation precision", citation_precision, gates=True),
    Measure("citation recall", citation_recall, gates=True),
    Measure("sentences supported", _supported, gates=True),
    Measure("planted errors kept back", _guarded, gates=True, binary=True),
    Measure("gold in the first 1", _within(1), binary=True),
    Measure("gold in the first 3", _within(3), binary=True),
    Measure("gold in the first 10", _within(DEPTH), gates=True, binary=True, of_search=True),
    Measure("recall@10", _of_facts(_recall)),
    Measure("MRR", _of_facts(_reciprocal), gates=True, of_search=True),
    Measure("nDCG@10", _of_facts(_gain), gates=True, of_search=True),
    Measure(
        "calibration error",
        _stated,
        lower_is_better=True,
        whole=lambda outcomes: expected_calibration_error(_sure(outcomes)) if outcomes else None,
    ),
    Measure(
        "risk–coverage area",
        _stated,
        lower_is_better=True,
        whole=lambda outcomes: risk_coverage_area(_sure(outcomes)) if outcomes else None,
    ),
    Measure("seconds, median", lambda each: each.seconds, lower_is_better=True, percentile=50),
    Measure("seconds, p95", lambda each: each.seconds, lower_is_better=True, percentile=95),
    Measure("tokens a question", _tokens, lower_is_better=True),
    Measure("supported, by the judge", _judged),
    Measure("judge agrees with the rules", _agreed),
)
"""In the order of the reports. Times never stop a change, for machines differ."""
