"""When the documents do not say, and how that is put."""

from collections.abc import Sequence

from assistant.features import matched
from assistant.question import Question
from assistant.rarity import Rarity
from assistant.select import Ranked
from assistant.words import words_of

LEAST_SHARED = 0.45
"""Weight of the question's words, as a share, that a paragraph and its headings must hold to answer it."""


def lacking(question: Question, ranked: Sequence[Ranked], rarity: Rarity) -> tuple[str, ...] | None:
    """Return None when the best candidate answers, else what the documents lack, as canonical words."""
    if not ranked:
        return ()
    best = ranked[0]
    held = best.candidate.evidence.words
    years = [figure for figure in question.figures if len(figure) == 4 and figure[:2] in ("19", "20")]
    required = [term for term in question.required if len(years) < 2 or term not in years]
    missing = tuple(term for term in required if term not in matched(required, held))
    if missing:
        return missing
    unknown = tuple(term for term in question.terms if not rarity.holds(term) and not matched([term], held))
    if best.features[4] < LEAST_SHARED:
        return unknown
    return None


def refusal_text(question: Question, missing: Sequence[str]) -> str:
    """Say what was looked for and not found."""
    surfaces = {word.canonical: word.surface for word in words_of(question.text)}
    named = [surfaces.get(term, term) for term in missing]
    if named:
        return f"The documents do not say. No paragraph that bears on this mentions {_joined(named)}."
    return f"The documents do not say. Nothing found answers “{question.text.strip()}”."


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
