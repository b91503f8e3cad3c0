"""When the documents do not say, and how that is put."""

from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.features import matched
from assistant.figures import agrees, figures_of
from assistant.question import Question
from assistant.rarity import Rarity
from assistant.select import Ranked, confidence
from assistant.words import words_of

LEAST_CONFIDENCE = 0.1
"""Chance of being right below which the best candidate is not shown as an answer."""


def lacking(question: Question, ranked: Sequence[Ranked], rarity: Rarity) -> tuple[str, ...] | None:
    """Return None when the best candidate answers, else what the documents lack, as canonical words."""
    if not ranked:
        return ()
    evidence = ranked[0].candidate.evidence
    held = evidence.words
    missing = _missing(question, evidence)
    if missing:
        return missing
    if confidence(ranked[0]) < LEAST_CONFIDENCE:
        return tuple(term for term in question.terms if not rarity.holds(term) and not matched([term], held))
    return None


def _missing(question: Question, evidence: Evidence) -> tuple[str, ...]:
    """Return the names, figures and dates of the question that the evidence does not share."""
    years = [figure for figure in question.figures if len(figure) == 4 and figure[:2] in ("19", "20")]
    required = [term for term in question.required if len(years) < 2 or term not in years]
    shared = matched(required, evidence.words)
    around = f"{evidence.context} {evidence.paragraph.text}"
    names = [term for term in required if term not in shared and not _spelt_out(term, around)]
    if names or len(years) > 1:
        return tuple(names)
    stated = [figure.value for figure in figures_of(around) if figure.kind == "date"]
    asked = [figure for figure in figures_of(question.text) if figure.kind == "date"]
    return tuple(
        question.text[figure.start : figure.end]
        for figure in asked
        if stated and not any(agrees(figure.value, value) for value in stated)
    )


def _spelt_out(term: str, text: str) -> bool:
    """Tell whether neighbouring words of a text begin with the letters of a short word, as those of an acronym do."""
    letters = term.removesuffix("s")
    if not 2 <= len(letters) <= 6 or not letters.isalpha():
        return False
    words = words_of(text)
    every = "".join(word.canonical[0] for word in words)
    telling = "".join(word.canonical[0] for word in words if word.is_content)
    return letters in every or letters in telling


def refusal_text(question: Question, missing: Sequence[str]) -> str:
    """Say what was looked for and not found."""
    surfaces = {word.canonical: word.surface for word in words_of(question.text)}
    named = [surfaces.get(term, term) for term in missing]
    if named:
        return f"The documents do not say. No paragraph that bears on this mentions {_joined(named)}."
    return f"The documents do not say. Nothing found answers “{question.text.strip()}”."


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
