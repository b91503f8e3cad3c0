"""Choose sentences: the most salient, without repetition, one of each section before a second of any."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from assistant.summary.choosing.salience import Salience
from assistant.summary.outline import Section, Unit

_REPEATS = 0.55
"""Share of the weight of a sentence's words that others may have said before it counts as a repetition."""
_FRESH = 0.15
"""Share that must be new of the first sentence of a section."""
_WORTH = 0.75
"""Share of what the best sentence of a middling section tells that a sentence must tell while there is choice."""
_PATIENCE = 0.5
"""How much the next sentence of a section is worth less than the one before, by its length."""
_USUAL = 22
"""Words of a sentence, as a rule."""
_DAMPING = 0.75
"""Power of its length by which a section has a claim to be heard: 1 for by length, 0 for each the same."""
_CROWDED, _LEAST_CLAIM = 0.7, 0.45
"""From how many sections for each sentence some are passed over, and the share of a sentence below which one is."""
_SHORT, _BREVITY = 16, 0.3
"""Words up to which a sentence is short, and how much a longer one is worth less."""
_CANDIDATES = 24
"""Best sentences of a section that are looked at."""


@dataclass(frozen=True)
class Chosen:
    """A sentence that will be shown, and the section it is of."""

    unit: Unit
    section: Section


def choose(
    sections: Sequence[Section],
    salience: Salience,
    words: int,
    cost: Callable[[Unit], int],
    *,
    most: int = 10_000,
    said: Collection[str] = (),
    taken: Collection[tuple[int, int]] = (),
) -> list[Chosen]:
    """Choose at most `most` sentences of at most `words` words in all, in the order of the document.

    `cost` gives the words that a sentence is shown in. `said` are words that have been said elsewhere, `taken` the
    keys of sentences that are shown there. In rounds: first the best of each section, sections in the order of their
    best, a long one as often as its length gives it a claim to and a short one not at all where there are many; then
    the best that is left, each time weighed by what it says that is new.
    """
    pools = {
        section: sorted(
            (unit for unit in section.units if unit.key not in taken and salience.of(unit, section) > 0),
            key=lambda unit, section=section: (-salience.of(unit, section), unit.key),  # type: ignore[misc]
        )[:_CANDIDATES]
        for section in sections
    }
    known = set(said)
    chosen: list[Chosen] = []
    left, heard = words, dict.fromkeys(pools, 0)
    claims = _claims(sections, words)
    worth = _WORTH * _median([salience.of(pool[0], section) for section, pool in pools.items() if pool])
    strict = True
    while len(chosen) < most:
        best = _best(pools, salience, known, heard, claims, left, cost, worth if strict else 0.0)
        if best is None and strict:
            strict = False
            continue
        if best is None:
            break
        pools[best.section].remove(best.unit)
        left -= cost(best.unit)
        heard[best.section] += 1
        known |= best.unit.terms
        chosen.append(best)
    return sorted(chosen, key=lambda item: item.unit.key)


def _claims(sections: Sequence[Section], words: int) -> dict[Section, int]:
    """Return how often each section is to be heard before any is heard more often: once, or by its length."""
    sizes = {section: section.words**_DAMPING for section in sections}
    points, whole = words / _USUAL, sum(sizes.values()) or 1.0
    due = {section: points * size / whole for section, size in sizes.items()}
    crowded = len(due) > points * _CROWDED
    return {section: max(0 if crowded and share < _LEAST_CLAIM else 1, round(share)) for section, share in due.items()}


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _best(
    pools: dict[Section, list[Unit]],
    salience: Salience,
    known: set[str],
    heard: dict[Section, int],
    claims: dict[Section, int],
    left: int,
    cost: Callable[[Unit], int],
    worth: float,
) -> Chosen | None:
    """Return the sentence that tells most of what is new, first of the sections that were not heard enough.

    With a `worth`, only what is worth as much, and what does not repeat what was said.
    """
    best: tuple[bool, float, Chosen] | None = None
    for section, pool in pools.items():
        patience = heard[section] / max(1.0, (section.words / 120) ** 0.5)
        for unit in pool:
            told = salience.of(unit, section)
            if told < worth or (length := cost(unit)) > left:
                continue
            weight = salience.weight_of(unit.terms)
            fresh = salience.weight_of(unit.terms - known) / weight if weight else 0.0
            if worth and fresh < (1 - _REPEATS if heard[section] else _FRESH):
                continue
            brevity = (_SHORT / max(_SHORT, length)) ** _BREVITY
            value = told * (0.7 + 0.3 * fresh) * brevity / (1 + _PATIENCE * patience)
            found = (heard[section] < claims[section] and worth > 0, value, Chosen(unit, section))
            if best is None or found[:2] > best[:2]:
                best = found
    return best[2] if best else None
