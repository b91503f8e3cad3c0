"""The passages in a model's prompt: whole paragraphs by rank, as data, under ids of their own."""

import itertools
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.evidence.evidence import Evidence
from assistant.ranking.select import RankedCandidate
from assistant.untrusted.clean import as_material, as_material_line

_LETTERS = "bcdfghjkmnpqrstvwxz"
_UNGUESSED = 4
"""Letters of an id that are drawn by chance: a document cannot name an id it was not given."""
_CHARACTERS_PER_TOKEN = 3.5
_LEAD_IN = 300
"""Characters of a lead-in that are given with its item."""
_count = itertools.count(1)


@dataclass(frozen=True)
class Given:
    """A passage that a model was given."""

    id: str
    """Used once: no other passage, question or conversation has it while the process runs."""
    evidence: Evidence


def choose(ranked: Sequence[RankedCandidate], evidence: Sequence[Evidence], budget: int) -> tuple[Given, ...]:
    """Return the passages to give, best first: first those whose sentences rank highest, then as they were found.

    A paragraph is given whole or not at all; those that `budget` tokens have no room for are left out.
    """
    room = budget * _CHARACTERS_PER_TOKEN
    given = []
    for each in _in_order(ranked, evidence):
        passage = Given(new_id(), each)
        cost = len(as_data(passage))
        if cost <= room:
            room -= cost
            given.append(passage)
    return tuple(given)


def new_id() -> str:
    """Return an id that was never used before in this process, and that nobody can guess."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_UNGUESSED)) + str(next(_count))


def as_data(given: Given) -> str:
    """Return a passage between two tags that hold its id, with where it stands above it.

    The tags cannot be forged by what stands between them: it holds no tag, and does not know the id.
    """
    evidence = given.evidence
    paragraph = evidence.paragraph
    metadata = evidence.document.metadata
    lead_in = evidence.parent.text[:_LEAD_IN] if evidence.parent else ""
    about = {
        "document": ", ".join(part for part in (evidence.document.name, metadata.symbol, metadata.date) if part),
        "section": " / ".join(paragraph.section),
        "place": paragraph.address,
        "under": lead_in,
        "columns": " | ".join(paragraph.columns),
    }
    head = "".join(f"{name}: {as_material_line(words)}\n" for name, words in about.items() if words)
    text = as_material(paragraph.text.replace("\t", " | "))
    return f"<passage {given.id}>\n{head}text: {text}\n</passage {given.id}>"


def as_prompt(given: Iterable[Given]) -> str:
    """Return all passages as they stand in a prompt."""
    return "\n\n".join(map(as_data, given))


def _in_order(ranked: Sequence[RankedCandidate], evidence: Sequence[Evidence]) -> list[Evidence]:
    by_place = {(each.document.id, each.paragraph.position): each for each in evidence}
    best = [item.candidate.evidence for item in ranked]
    places = [(each.document.id, each.paragraph.position) for each in (*best, *evidence)]
    return [by_place[place] for place in dict.fromkeys(places) if _says_something(by_place[place])]


def _says_something(evidence: Evidence) -> bool:
    return evidence.paragraph.kind != "heading"
