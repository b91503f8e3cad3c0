"""Corpus BLEU.

    BLEU = 100 × BP × exp(Σ_{n=1..4} log(p_n) / 4),   BP = min(1, exp(1 − |references| / |candidates|))

p_n is the share of the candidates' n-grams that stand in their references, none counted oftener than there, over the
whole corpus (Papineni et al. 2002). One reference each, no smoothing; lower case, punctuation apart from words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

_LONGEST = 4
_TOKEN = re.compile(r"\w+|[^\w\s]")


def corpus_bleu(pairs: Sequence[tuple[str, str]]) -> float:
    """Return BLEU, 0 to 100, of candidates with their references, given as `(candidate, reference)`."""
    tokens = [(_tokens(candidate), _tokens(reference)) for candidate, reference in pairs]
    length, wanted = (sum(len(pair[side]) for pair in tokens) for side in (0, 1))
    logs = []
    for size in range(1, _LONGEST + 1):
        shared = sum((_grams(ours, size) & _grams(theirs, size)).total() for ours, theirs in tokens)
        if not shared:
            return 0.0
        logs.append(math.log(shared / sum(_grams(ours, size).total() for ours, _ in tokens)))
    return 100 * math.exp(min(0.0, 1 - wanted / length) + sum(logs) / _LONGEST)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def _grams(tokens: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    places: Iterable[int] = range(len(tokens) - size + 1)
    return Counter(tuple(tokens[place : place + size]) for place in places)
