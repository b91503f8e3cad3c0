"""Which sentence answers: plain features of a question and a candidate, and their weights."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.evidence import Candidate
from assistant.question import Question
from assistant.rarity import Rarity
from assistant.spans import answer_spans

FEATURES = (
    "similarity of the sentence",
    "similarity of the passage",
    "rank of the passage",
    "words shared with the sentence",
    "words shared with the paragraph",
    "names shared with the sentence",
    "names and figures shared with the paragraph",
    "holds what is asked for",
    "words of the question in order",
    "brevity",
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and how well it answers."""

    candidate: Candidate
    score: float
    features: NDArray[np.float64]
    """In the order of `FEATURES`, shape `(len(FEATURES),)`."""


def lexical_features(question: Question, candidate: Candidate, rarity: Rarity) -> list[float]:
    """Return the features that need no encoder, in the order of `FEATURES` from the second on."""
    passage = candidate.evidence.passage
    around = candidate.evidence.words
    must = (*question.names, *question.figures)
    return [
        passage.similarity,
        1 / (1 + passage.rank),
        rarity.share(question.terms, matched(question.terms, candidate.terms)),
        rarity.share(question.terms, matched(question.terms, around)),
        _portion(question.names, candidate.terms),
        _portion(must, around),
        float(bool(answer_spans(question, candidate.quote))),
        _in_order(question, candidate),
        1 / (1 + len(candidate.words) / 25),
    ]


def matched(terms: Sequence[str], held: frozenset[str]) -> set[str]:
    """Return the terms that are held, as they are or as another form of the same name or word."""
    return {term for term in terms if term in held or any(same_word(term, other) for other in _alike(term, held))}


def _alike(term: str, held: frozenset[str]) -> list[str]:
    return [other for other in held if other[:4] == term[:4]] if len(term) >= 4 and term.isalpha() else []


def same_word(term: str, other: str) -> bool:
    """Tell whether two canonical words are forms of one: `korea` and `korean`, `indonesia` and `indonesian`."""
    short, long = sorted((term, other), key=len)
    return len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 3 and long.isalpha()


def _portion(terms: Sequence[str], held: frozenset[str]) -> float:
    return len(matched(terms, held)) / len(terms) if terms else 1.0


def _in_order(question: Question, candidate: Candidate) -> float:
    """Return the share of neighbouring content words of the question that are neighbours in the sentence."""
    pairs = list(zip(question.terms, question.terms[1:], strict=False))
    words = [word.canonical for word in candidate.words if word.is_content]
    near = set(zip(words, words[1:], strict=False))
    return sum(pair in near for pair in pairs) / len(pairs) if pairs else 0.0
