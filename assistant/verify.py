"""Check a sentence against the words it cites.

Whoever wrote the sentence, what it states must be in its source: the figures, the dates, the names, whether it is
denied, and whether it rises or falls. Words taken over unchanged pass; anything else is compared value by value.
"""

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

from assistant.figures import Figure, agrees, figures_of
from assistant.words import Word, words_of

Aspect = Literal["number", "date", "name", "negation", "direction"]

_NEGATION = re.compile(
    r"\b(?:not?|never|neither|nor|none|nobody|nothing|without|cannot|lack(?:s|ed|ing)?|fail(?:s|ed|ing)?)\b|n['’]t\b",
    re.IGNORECASE,
)
_UP = frozenset(
    "increase rise rose risen grow grew grown growth gain climb surge expand expansion improve up higher more above "
    "accelerate".split()
)
_DOWN = frozenset(
    "decrease decline fall fell fallen drop reduce reduction shrink shrank contract contraction lower less below down "
    "slow worsen".split()
)
_SENTENCE_OPENERS = frozenset({"The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "This", "These", "That"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a sentence states and its source does not."""

    aspect: Aspect
    stated: str
    """The words of the sentence."""

    def __str__(self) -> str:
        return f"the {self.aspect} “{self.stated}” is not in the cited words"


def verify(sentence: str, source: str, context: str = "") -> tuple[Problem, ...]:
    """Return what `sentence` states that `source` does not; empty when it is supported.

    `context` is what the reader sees around the source (title, headings, lead-in): names and dates may come from it,
    numbers and negation may not.
    """
    stated, cited = _folded(sentence), _folded(source)
    if stated.strip(" .…") in cited:
        return ()
    around = f"{_folded(context)} {cited}"
    return (
        *_figure_problems(stated, cited, around),
        *_name_problems(stated, around),
        *_negation_problems(stated, cited),
        *_direction_problems(stated, cited),
    )


def _folded(text: str) -> str:
    """Fold white space, dashes and quotation marks, which writers change freely."""
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    text = re.sub(r"[‘’‚′]", "'", re.sub(r"[“”„″]", '"', text))
    return re.sub(r"\s+", " ", text).strip()


def _figure_problems(sentence: str, source: str, around: str) -> list[Problem]:
    cited, near = figures_of(source), figures_of(around)
    return [
        Problem("date" if figure.kind == "date" else "number", sentence[figure.start : figure.end])
        for figure in figures_of(sentence)
        if not _found(figure, near if figure.kind == "date" else cited)
    ]


def _found(figure: Figure, cited: list[Figure]) -> bool:
    if figure.kind == "date":
        return any(
            agrees(figure.value, other.value) if other.kind == "date" else other.value == figure.value
            for other in cited
        )
    years = {part for other in cited if other.kind == "date" for part in other.value.split("-")}
    return any(other.value == figure.value for other in cited if other.kind != "date") or figure.value in years


def _name_problems(sentence: str, around: str) -> list[Problem]:
    known = {word.canonical for word in words_of(around)}
    return [Problem("name", word.surface) for word in _named(sentence) if not _known(word.canonical, known)]


def _named(sentence: str) -> list[Word]:
    words = [word for word in words_of(sentence) if not word.is_figure]
    return [
        word
        for rank, word in enumerate(words)
        if word.surface[0].isupper() and word.is_content and not (rank == 0 and word.surface in _SENTENCE_OPENERS)
    ]


def _known(name: str, known: set[str]) -> bool:
    """Tell whether a name is among the words, allowing one letter of difference in long ones."""
    return name in known or (
        len(name) > 6 and any(Levenshtein.distance(name, word, score_cutoff=1) <= 1 for word in known)
    )


def _negation_problems(sentence: str, source: str) -> list[Problem]:
    """Compare the number of negations with that of the sentence of the source that shares most words."""
    ours, theirs = _NEGATION.findall(sentence), _NEGATION.findall(_nearest(sentence, source))
    if len(ours) % 2 == len(theirs) % 2:
        return []
    return [Problem("negation", (ours or theirs)[0])]


def _nearest(sentence: str, source: str) -> str:
    from corpus.sentences import sentence_spans

    wanted = {word.canonical for word in words_of(sentence)}
    pieces = [source[start:end] for start, end in sentence_spans(source)] or [source]
    return max(pieces, key=lambda piece: len(wanted & {word.canonical for word in words_of(piece)}))


def _direction_problems(sentence: str, source: str) -> list[Problem]:
    near = _nearest(sentence, source)
    for ours, theirs in ((_UP, _DOWN), (_DOWN, _UP)):
        stated, cited = _said(sentence, ours), _said(near, ours)
        if stated and not cited and _said(near, theirs):
            return [Problem("direction", stated)]
    return []


def _said(text: str, words: frozenset[str]) -> str:
    from assistant.words import canonical

    stems = {canonical(word) for word in words}
    return next((word.surface for word in words_of(text) if word.canonical in stems), "")
