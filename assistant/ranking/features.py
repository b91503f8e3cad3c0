"""Features of a candidate that need no model: words, names and numbers shared, and whether it has the kind asked for.

Each feature is a number from 0 to 1; their weights are in `weights/selection.json`, fitted by
`training.weigh`.
"""

import re
from collections.abc import Collection

from assistant.evidence.evidence import Candidate, Evidence
from assistant.evidence.rarity import Rarity
from assistant.language.matching import matched, same_word
from assistant.language.places import country_of
from assistant.question.question import Question
from assistant.ranking.spans import AnswerSpans, Span

_SERIES = re.compile(r"[,;]|\b(?:and|as well as)\b")
_IN_LEAD_INS = ("person", "organisation", "place", "date")
"""Kinds of answer that a lead-in gives for all of its items; a number there counts the items."""

FEATURES = (
    "similarity of the passage",
    "rank of the passage",
    "words shared with the sentence",
    "words shared with the sentence and its headings",
    "words shared with the paragraph and its headings",
    "particular names shared with the sentence",
    "names and figures shared with the paragraph",
    "other words of the question that the paragraph holds",
    "holds what is asked for",
    "the thing asked for beside it",
    "brevity",
    "rarest word of the question that the paragraph lacks",
)


def features_of(question: Question, candidate: Candidate, spans: AnswerSpans, rarity: Rarity) -> list[float]:
    """Return the features of a candidate in the order of `FEATURES`."""
    evidence = candidate.evidence
    in_lead = spans.lead if question.kind in _IN_LEAD_INS else ()
    near = candidate.terms | evidence.near_words | candidate.before
    everything = (*question.terms, *question.carried)
    others = [term for term in everything if term not in question.required]
    return [
        max(0.0, evidence.passage.similarity),
        1 / (1 + evidence.passage.rank),
        rarity.share(question.terms, matched(question.terms, candidate.terms)),
        rarity.share(everything, matched(everything, near)),
        rarity.share(everything, matched(everything, evidence.words)),
        _portion(_particular(question, evidence), candidate.terms),
        _portion(question.required, evidence.words),
        rarity.share(others, matched(others, evidence.words)) if others else 1.0,
        _holds(question, candidate, in_lead or spans.quote),
        _head_beside(question, candidate, spans.quote or ()),
        1 / (1 + len(candidate.words) / 25),
        _rarest_lacking(everything, evidence.words, rarity),
    ]


def _particular(question: Question, evidence: Evidence) -> list[str]:
    """Return the names of the question that are not what the document is about anyway."""
    return [name for name in question.names if country_of(name) or name not in evidence.topics]


def _holds(question: Question, candidate: Candidate, spans: Collection[Span] | None) -> float:
    """Tell whether a candidate holds the kind of thing asked for; several things stand in a lead-in or a series."""
    if question.asks_for_several:
        return 1.0 if candidate.leads_in else min(1.0, _parts(question, candidate) / 3)
    return float(bool(spans) or spans is None)


def _parts(question: Question, candidate: Candidate) -> int:
    """Count the countries named where countries are asked for, else the parts of a series."""
    if "countri" in question.head:
        return len({country_of(word.stem) for word in candidate.words} - {""})
    return len(_SERIES.findall(candidate.quote))


def _portion(terms: Collection[str], held: Collection[str]) -> float:
    return len(matched(terms, held)) / len(terms) if terms else 1.0


def _head_beside(question: Question, candidate: Candidate, spans: Collection[tuple[int, int]]) -> float:
    """Tell whether the thing counted or named stands within five words of a span that could be the answer."""
    if not question.head or not spans:
        return 0.0
    head = question.head[-1]
    at = [rank for rank, word in enumerate(candidate.words) if word.stem == head or same_word(word.stem, head)]
    starts = [rank for rank, word in enumerate(candidate.words) for start, end in spans if start <= word.start < end]
    return float(any(abs(place - start) <= 5 for place in at for start in starts))


def _rarest_lacking(terms: Collection[str], held: Collection[str], rarity: Rarity) -> float:
    """Return the weight of the rarest term that is not held, as a share of the weight of a word never seen."""
    found = matched(terms, held)
    return max((rarity.of(term) for term in terms if term not in found), default=0.0) / rarity.of("")
