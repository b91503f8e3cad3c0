"""Rank candidates: plain features choose a few passages, which the reader reranks; and how sure the best one is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence.evidence import Candidate, Evidence, candidates_of
from assistant.evidence.rarity import Rarity
from assistant.question.question import Question
from assistant.ranking.features import FEATURES, features_of
from assistant.ranking.learned import learned
from assistant.ranking.reader import ReaderModel, SpanPrediction, Window
from assistant.ranking.spans import AnswerSpans, Span, spans_of

_WORDS = 340
"""Words that the reader is given: two cores read about as many in 140 ms; with 1,000 nothing came out better."""
_MOST_WINDOWS = 12
_WINDOW_WORDS = 90
_LEAST_MARGIN, _MOST_MARGIN = -15.0, 15.0
_MOST_LEAD = 2.0
RANKING = (*FEATURES, "margin of the reader")
_SEEN = (
    "similarity of the passage",
    "holds what is asked for",
    "other words of the question that the paragraph holds",
    "margin of the reader",
)
DECIDING = (
    *_SEEN,
    "best margin of all that was read",
    "lead over the next candidate",
)


@dataclass(frozen=True)
class RankedCandidate:
    """A candidate and how well it answers."""

    candidate: Candidate
    score: float
    features: tuple[float, ...]
    """In the order of `FEATURES`."""
    looks: AnswerSpans
    """Where it holds what could be the thing asked for."""
    margin: float = 0.0
    """The reader's; 0 without a reader."""
    span: Span | None = None
    """The words of the quote in which the reader sees the answer."""


def rank(
    question: Question, evidence: Sequence[Evidence], rarity: Rarity, reader: ReaderModel | None
) -> list[RankedCandidate]:
    """Return the candidates, best first; ties keep the order of the passages."""
    plain = [_plain(question, candidate, rarity) for candidate in candidates_of(evidence)]
    plain.sort(key=lambda item: -item.score)
    if reader is None or not plain:
        return plain
    read = _read(question, plain, reader)
    return sorted(read, key=lambda item: -item.score)


def ranking_values(item: RankedCandidate) -> tuple[float, ...]:
    """Return what ranks a candidate, in the order of `RANKING`."""
    return (*item.features, max(_LEAST_MARGIN, min(_MOST_MARGIN, item.margin)) / 10)


def confidence(ranked: Sequence[RankedCandidate]) -> float:
    """Return the chance that the first of the candidates answers, 0 to 1; 0 when there is none."""
    if not ranked:
        return 0.0
    values = deciding_values([ranking_values(item) for item in ranked], [item.score for item in ranked])
    return learned().deciding.probability(DECIDING, values)


def deciding_values(values: Sequence[Sequence[float]], scores: Sequence[float]) -> tuple[float, ...]:
    """Return what decides whether the candidate with the best score answers, in the order of `DECIDING`.

    `values` are those by which each candidate was ranked.
    """
    best, *others = sorted(range(len(scores)), key=lambda rank: -scores[rank])
    margin = RANKING.index("margin of the reader")
    lead = min(_MOST_LEAD, scores[best] - scores[others[0]]) if others else _MOST_LEAD
    return (
        *(values[best][RANKING.index(name)] for name in _SEEN),
        max(each[margin] for each in values),
        lead,
    )


def _plain(question: Question, candidate: Candidate, rarity: Rarity) -> RankedCandidate:
    looks = spans_of(question, candidate, rarity)
    values = tuple(features_of(question, candidate, looks, rarity))
    return RankedCandidate(candidate, learned().choosing.score(FEATURES, values), values, looks)


def _read(question: Question, plain: list[RankedCandidate], reader: ReaderModel) -> list[RankedCandidate]:
    """Have the reader read the windows around the best candidates, and score those candidates anew."""
    groups = _windows(plain)
    readings = reader.read(question.text, [_window(group) for group in groups])
    return [
        _with_reading(item, reading)
        for group, found in zip(groups, readings, strict=True)
        for item, reading in zip(group, found, strict=True)
    ]


def _with_reading(item: RankedCandidate, reading: SpanPrediction) -> RankedCandidate:
    span = (reading.start, reading.end) if reading.end > reading.start else None
    read = replace(item, margin=reading.margin, span=span)
    return replace(read, score=learned().ranking.score(RANKING, ranking_values(read)))


def _windows(plain: list[RankedCandidate]) -> list[list[RankedCandidate]]:
    """Gather the best candidates, each with what stands around it, into windows until there is enough to read."""
    order = sorted(plain, key=_position)
    at = {id(item): rank for rank, item in enumerate(order)}
    taken: set[int] = set()
    groups: list[list[RankedCandidate]] = []
    room = _WORDS
    for item in plain:
        if at[id(item)] in taken:
            continue
        if room <= 0 or len(groups) == _MOST_WINDOWS:
            break
        group = _around(at[id(item)], order, taken)
        taken.update(group)
        groups.append([order[rank] for rank in group])
        room -= sum(len(member.candidate.words) for member in groups[-1])
    return groups


def _position(item: RankedCandidate) -> tuple[str, int, int]:
    evidence = item.candidate.evidence
    return evidence.document.id, evidence.paragraph.position, item.candidate.start


def _around(at: int, order: list[RankedCandidate], taken: set[int]) -> range:
    """Return the ranks of a window: a candidate, and its neighbours after and before while there is room."""
    first = last = at
    room = _WINDOW_WORDS - len(order[at].candidate.words)
    grown = True
    while grown:
        grown = False
        for step, beside in ((last + 1, last), (first - 1, first)):
            if 0 <= step < len(order) and step not in taken and _are_neighbours(order[step], order[beside]):
                words = len(order[step].candidate.words)
                if words <= room:
                    room -= words
                    first, last = min(first, step), max(last, step)
                    grown = True
    return range(first, last + 1)


def _are_neighbours(one: RankedCandidate, other: RankedCandidate) -> bool:
    """Tell whether two candidates are of one paragraph, or of two that follow each other under one heading."""
    mine, yours = one.candidate.evidence, other.candidate.evidence
    return (
        mine.document.id == yours.document.id
        and mine.paragraph.section == yours.paragraph.section
        and abs(mine.paragraph.position - yours.paragraph.position) <= 1
    )


def _window(group: list[RankedCandidate]) -> Window:
    """Put the context before the sentences, and say where each of them stands."""
    evidence = group[0].candidate.evidence
    about = [evidence.near_context, "" if group[0].candidate.is_first else evidence.run_in]
    text = ". ".join(part for part in about if part)
    pieces = []
    for item in group:
        text = f"{text} " if text else ""
        pieces.append((len(text), len(text) + len(item.candidate.quote)))
        text += item.candidate.quote
    return Window(text, tuple(pieces))
