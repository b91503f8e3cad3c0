"""Where documents give different values for the same thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.summary.choosing.counted import Counted, counted_in
from assistant.summary.outline import Unit
from corpus.text.words import content_stems, tokenize

_PERIOD = re.compile(r"\b((?:19|20)\d\d)\s?(?:-|–|to)\s?((?:19|20)\d\d)\b")
_SHARED = 0.3
"""Share of their words that two clauses must have in common to be of the same thing."""
_FEWEST = 3


@dataclass(frozen=True)
class Difference:
    """Two sentences that give different values for the same thing."""

    one: Counted
    other: Counted


def differences(units: Sequence[Unit]) -> list[Difference]:
    """Return the pairs of sentences of different documents, or paragraphs, whose values for one thing differ."""
    found: list[Difference] = []
    met: set[tuple[object, ...]] = set()
    values = [(counted, _thing(counted)) for unit in units for counted in (*counted_in(unit), *_periods(unit))]
    for (one, thing), (other, same) in combinations(values, 2):
        where = (one.unit.paragraph.document, one.unit.paragraph.position)
        if where == (other.unit.paragraph.document, other.unit.paragraph.position) or one.value == other.value:
            continue
        if one.value[1] != other.value[1] or not thing or thing[:1] != same[:1]:
            continue
        ours, theirs = set(content_stems(one.words)), set(content_stems(other.words))
        shared = {term for term in ours & theirs if not term[0].isdigit()}
        if len(shared) < _FEWEST or len(shared) < _SHARED * min(len(ours), len(theirs)):
            continue
        key = (one.value, other.value, thing[0])
        if key not in met:
            met.add(key)
            found.append(Difference(one, other))
    return found


def _thing(counted: Counted) -> list[str]:
    """Return the content words right after a number, which say what it counts."""
    after = counted.words.partition(counted.number)[2]
    if counted.value[1] == "period":
        return ["period"]
    return [word.stem for word in tokenize(after)[:4] if word.is_content][:2]


def _periods(unit: Unit) -> Iterator[Counted]:
    """Yield the spans of years in a sentence."""
    for match in _PERIOD.finditer(unit.text):
        start, end = max(0, match.start() - 90), min(len(unit.text), match.end() + 40)
        while start and not unit.text[start - 1].isspace():
            start -= 1
        while end < len(unit.text) and not unit.text[end].isspace():
            end += 1
        lead, tail = ("… " if start else ""), (" …" if end < len(unit.text) else "")
        words = f"{lead}{unit.text[start:end].strip()}{tail}"
        yield Counted(unit, match.group(), (f"{match[1]}-{match[2]}", "period"), words)
