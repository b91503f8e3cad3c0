"""Query-focused extraction: the sentences most relevant to a question, out of many paragraphs.

Two steps, both plain: each paragraph has the BM25 score (Robertson et al. 1994) of the question, shared with its
neighbours, for what is said of a matter stands together; then sentences are chosen that cover as much as possible of
the words of the best paragraphs, each word weighing by the scores of the paragraphs that hold it (the budgeted maximum
coverage of Gillick and Favre 2009, solved greedily). Without a word to look for, every paragraph weighs the same.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.summary.outline import Unit
from corpus.paragraph import Paragraph
from corpus.text.words import content_stems

_K1, _B = 1.2, 0.75
_NEIGHBOURS = 3
"""Paragraphs on either side that share a score."""
_BEST = 24
"""Paragraphs whose words are to be covered."""
_BREVITY = 0.55
"""Power of its length by which a sentence is divided: 0 prefers long sentences, 1 short ones."""
_ASKING = frozenset(
    content_stems(
        "summarize summarise summary discussion discuss discussed meeting talk talked think thought opinion say said "
        "whole group team describe explain mention mentioned view tell documents document reported"
    )
)
_SINCE = re.compile(r"\b(?:since|from|after)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|before|up to|to)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_IN = re.compile(r"\bin\s+((?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class QueryRelevance:
    """The paragraphs that bear on a question."""

    scores: tuple[float, ...]
    """One for each paragraph, its neighbours' shared in."""
    order: tuple[int, ...]
    """Ranks of the paragraphs, best first."""
    weights: dict[str, float]
    """Of the words of the best paragraphs."""


def asked_terms(question: str) -> tuple[str, ...]:
    """Return what a question looks for: its content words without those that only ask, and without its dates."""
    bare = _IN.sub(" ", _UNTIL.sub(" ", _SINCE.sub(" ", question)))
    return tuple(dict.fromkeys(term for term in content_stems(bare) if term not in _ASKING))


def span_of(question: str) -> tuple[str, str]:
    """Return the first and last year that a question limits itself to, as in `since 2020`; empty for no limit."""
    since, until, within = _SINCE.search(question), _UNTIL.search(question), _IN.search(question)
    if within and not since and not until:
        return within[1], within[1]
    return since[1] if since else "", until[1] if until else ""


def rank(question: str, paragraphs: Sequence[Paragraph], neighbours: int = _NEIGHBOURS) -> QueryRelevance:
    """Rank paragraphs, given in reading order, for a question."""
    counts = [Counter(content_stems(paragraph.text)) for paragraph in paragraphs]
    lengths = [sum(count.values()) for count in counts]
    mean = sum(lengths) / max(1, len(lengths)) or 1.0
    holding = Counter(term for count in counts for term in count)
    rarity = {t: math.log(1 + (len(counts) - n + 0.5) / (n + 0.5)) for t, n in holding.items()}
    asked = [term for term in asked_terms(question) if term in holding]
    alone = [_bm25(count, length / mean, asked, rarity) for count, length in zip(counts, lengths, strict=True)]
    shared = _shared(alone, neighbours) if asked else [1.0] * len(counts)
    order = sorted(range(len(counts)), key=lambda at: (-shared[at], at))
    best = order[:_BEST] if asked else order
    weights: Counter[str] = Counter()
    for at in best:
        for term, count in counts[at].items():
            weights[term] += shared[at] * min(count, 3) * rarity[term] ** 0.5
    return QueryRelevance(tuple(shared), tuple(order), dict(weights))


def cover(units: Sequence[Unit], ranked: QueryRelevance, score_of: dict[int, float], words: int) -> list[Unit]:
    """Choose sentences of at most `words` words that cover most of the weight of words, in reading order.

    `score_of` gives the score of the paragraph at a position; sentences of paragraphs without one are not taken.
    """
    pool = [unit for unit in units if unit.words > 4 and score_of.get(unit.paragraph.position, 0.0) > 0]
    top = max((score_of[unit.paragraph.position] for unit in pool), default=1.0) or 1.0
    known: set[str] = set()
    chosen: list[Unit] = []
    left = words
    while pool:
        scored = [
            (_gain(unit, known, ranked.weights) * (0.4 + score_of[unit.paragraph.position] / top), unit)
            for unit in pool
            if unit.words <= left
        ]
        gain, unit = max(
            scored, key=lambda found: (found[0], -found[1].paragraph.position, -found[1].start), default=(0.0, None)
        )
        if unit is None or gain <= 0:
            break
        chosen.append(unit)
        pool.remove(unit)
        known |= unit.terms
        left -= unit.words
    return sorted(chosen, key=lambda unit: unit.key)


def _gain(unit: Unit, known: set[str], weights: dict[str, float]) -> float:
    return sum(weights.get(term, 0.0) for term in unit.terms - known) / math.pow(unit.words, _BREVITY)


def _bm25(count: Counter[str], length: float, asked: Sequence[str], rarity: dict[str, float]) -> float:
    return sum(
        rarity[term] * count[term] * (_K1 + 1) / (count[term] + _K1 * (1 - _B + _B * length))
        for term in asked
        if count[term]
    )


def _shared(alone: Sequence[float], neighbours: int) -> list[float]:
    """Add to each score those around it, the further away the less."""
    found = []
    for at in range(len(alone)):
        total = alone[at]
        for step in range(1, neighbours + 1):
            share = 1 - step / (neighbours + 1)
            total += share * sum(alone[near] for near in (at - step, at + step) if 0 <= near < len(alone))
        found.append(total)
    return found
