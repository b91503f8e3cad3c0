"""When the documents do not say."""

from collections.abc import Sequence

from assistant.question import Question
from assistant.ranking import Ranked, matched
from assistant.rarity import Rarity
from assistant.words import words_of

LEAST_SHARED = 0.42
LEAST_SCORE = 0.0


def missing_names(question: Question, ranked: Ranked) -> tuple[str, ...]:
    """Return the names and figures of the question that the evidence does not share, canonical."""
    must = (*question.names, *question.figures)
    held = matched(must, ranked.candidate.evidence.words)
    return tuple(term for term in must if term not in held)


def unknown_words(question: Question, rarity: Rarity, held: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the words of the question, as it spells them, that are nowhere in the library."""
    return tuple(
        word.surface
        for word in words_of(question.text)
        if word.is_content and not rarity.holds(word.canonical) and word.canonical not in held
    )


def refusal_text(question: Question, missing: Sequence[str]) -> str:
    """Say what was looked for and not found."""
    surfaces = {word.canonical: word.surface for word in words_of(question.text)}
    named = [surfaces.get(term, term) for term in missing]
    if named:
        return f"The documents do not say. No paragraph that bears on this also mentions {_joined(named)}."
    return f"The documents do not say. Nothing found answers “{question.text.strip()}”."


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
