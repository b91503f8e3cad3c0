"""Find the words and numbers that came out in pieces: `128` of the source that stands as `1 28` in the text.

A count of characters does not see them. The witness is a second reading of the source that parts words in its own way.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.audit.coverage import MAX_LISTED, Coverage
from corpus.paragraph import Exclusion

_TOKEN = re.compile(r"\d[\d.,]*\d|[^\W\d_]{2,}")
_PUNCTUATION = ".,;:!?()[]\"'“”‘’%*–—-\t"


def with_parted(coverage: Coverage, visible: Iterable[str], text: str, exclusions: Sequence[Exclusion]) -> Coverage:
    """Return a coverage in which the characters of words that came out in pieces are not accounted for."""
    parted = parted_words(visible, text, exclusions)
    if not parted:
        return coverage
    lost = sum(len(word.replace(" ", "")) for word in parted)
    missing = (*coverage.missing, *(f"{word.replace(' ', '')} stands as {word}" for word in parted))[:MAX_LISTED]
    return replace(coverage, accounted=max(0, coverage.accounted - lost), missing=missing)


def parted_words(visible: Iterable[str], text: str, exclusions: Sequence[Exclusion]) -> tuple[str, ...]:
    """Return words and numbers of the source that stand in the text with spaces in them, as they stand there.

    A word is in pieces when one of them stands nowhere else by itself; a number when its digits stand apart.
    """
    kept = _folded("\n".join((text, *(exclusion.text for exclusion in exclusions))))
    found = Counter(token for piece in visible for token in _TOKEN.findall(_folded(piece)))
    lost = found - Counter(_TOKEN.findall(kept))
    if not lost:
        return ()
    alone = Counter(re.findall(r"[^\W_]+", kept))
    parted: list[str] = []
    for line in kept.splitlines():
        for pieces in _runs(line.split(" "), lost):
            token = "".join(pieces)
            if lost[token] > 0 and (token[0].isdigit() or any(alone[piece] < 2 for piece in pieces)):
                lost[token] -= 1
                parted.append(" ".join(pieces))
    return tuple(parted)


def _runs(words: Sequence[str], lost: Counter[str]) -> Iterator[list[str]]:
    """Yield words that stand side by side and together are one that was lost, without the punctuation around them."""
    longest = max(map(len, lost))
    for start, first in enumerate(words):
        joined = first.lstrip(_PUNCTUATION)
        for end in range(start + 1, len(words)):
            if not joined or len(joined) > longest:
                break
            joined += words[end]
            if joined.rstrip(_PUNCTUATION) in lost and words[end].strip(_PUNCTUATION):
                inner = [first.lstrip(_PUNCTUATION), *words[start + 1 : end], words[end].rstrip(_PUNCTUATION)]
                yield inner


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
