"""Which sentence answers: plain features choose a few passages, the reader reads them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence import Candidate, Evidence, candidates_of
from assistant.features import FEATURES, features_of
from assistant.learned import learned
from assistant.question import Question
from assistant.rarity import Rarity
from assistant.reader import Reading, Reads, Window

WINDOWS = 6
"""Windows that the reader is given: two cores read about six in 200 ms."""
_WINDOW_WORDS = 90
_LEAST_MARGIN, _MOST_MARGIN = -15.0, 15.0
RANKING = (*FEATURES, "margin of the reader")
DECIDING = (
    "similarity of the passage",
    "words shared with the sentence",
    "words shared with the paragraph and its headings",
    "holds what is asked for",
    "margin of the reader",
)


@dataclass(frozen=True)
class Ranked:
    """A candidate and how well it answers."""

    candidate: Candidate
    score: float
    features: tuple[float, ...]
    """In the order of `FEATURES`."""
    margin: float = 0.0
    """The reader's; 0 without a reader."""
    span: tuple[int, int] | None = None
    """The words of the quote in which the reader sees the answer."""


def rank(question: Question, evidence: Sequence[Evidence], rarity: Rarity, reader: Reads | None) -> list[Ranked]:
    """Return the candidates, best first; ties keep the order of the passages."""
    plain = [_plain(question, candidate, rarity) for candidate in candidates_of(evidence)]
    plain.sort(key=lambda item: -item.score)
    if reader is None or not plain:
        return plain
    read = _read(question, plain, reader)
    return sorted(read, key=lambda item: -item.score)


def ranking_values(item: Ranked) -> tuple[float, ...]:
    """Return what ranks a candidate, in the order of `RANKING`."""
    return (*item.features, max(_LEAST_MARGIN, min(_MOST_MARGIN, item.margin)) / 10)


def confidence(item: Ranked) -> float:
    """Return the chance that a candidate answers, 0 to 1."""
    values = dict(zip(RANKING, ranking_values(item), strict=True))
    return learned().deciding.probability(DECIDING, [values[name] for name in DECIDING])


def _plain(question: Question, candidate: Candidate, rarity: Rarity) -> Ranked:
    values = tuple(features_of(question, candidate, rarity))
    return Ranked(candidate, learned().choosing.score(FEATURES, values), values)


def _read(question: Question, plain: list[Ranked], reader: Reads) -> list[Ranked]:
    """Have the reader read the windows around the best candidates, and score those candidates anew."""
    groups = _windows(plain)
    readings = reader.read(question.text, [_window(group) for group in groups])
    return [
        _with_reading(item, reading)
        for group, found in zip(groups, readings, strict=True)
        for item, reading in zip(group, found, strict=True)
    ]


def _with_reading(item: Ranked, reading: Reading) -> Ranked:
    span = (reading.start, reading.end) if reading.end > reading.start else None
    read = replace(item, margin=reading.margin, span=span)
    return replace(read, score=learned().ranking.score(RANKING, ranking_values(read)))


def _windows(plain: list[Ranked]) -> list[list[Ranked]]:
    """Gather the best candidates with their neighbours into windows of at most `_WINDOW_WORDS` words."""
    by_place = {(item.candidate.evidence.passage.rank, item.candidate.start): item for item in plain}
    places = sorted(by_place)
    taken: set[tuple[int, int]] = set()
    groups: list[list[Ranked]] = []
    for item in plain:
        place = (item.candidate.evidence.passage.rank, item.candidate.start)
        if place in taken:
            continue
        group = _around(place, places, by_place, taken)
        taken.update(group)
        groups.append([by_place[member] for member in group])
        if len(groups) == WINDOWS:
            break
    return groups


def _around(
    place: tuple[int, int],
    places: list[tuple[int, int]],
    by_place: dict[tuple[int, int], Ranked],
    taken: set[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Return the places of a window: a candidate, and its neighbours after and before while there is room."""
    at = places.index(place)
    first = last = at
    room = _WINDOW_WORDS - len(by_place[place].candidate.words)
    grown = True
    while grown:
        grown = False
        for step in (last + 1, first - 1):
            if 0 <= step < len(places) and places[step][0] == place[0] and places[step] not in taken:
                words = len(by_place[places[step]].candidate.words)
                if words <= room:
                    room -= words
                    first, last = min(first, step), max(last, step)
                    grown = True
    return places[first : last + 1]


def _window(group: list[Ranked]) -> Window:
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
