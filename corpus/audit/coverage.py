"""Prove that nothing was lost: compare what a reader sees in the source with what came out of it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.paragraph import Exclusion

_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
_HYPHENS = re.compile(r"[-‐‑\u2010\u2011\ufffe]")
MAX_LISTED = 200


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a source's visible text is in a paragraph or in a listed exclusion."""

    visible: int
    """Visible characters of the source."""
    accounted: int
    """Those of them that are in a paragraph, in the number printed before it, or in an exclusion."""
    missing: tuple[str, ...] = ()
    """Pieces of the source that were not found again, at most 200 of them."""

    @property
    def share(self) -> float:
        """Return the accounted share, 1.0 for a source without visible characters."""
        return self.accounted / self.visible if self.visible else 1.0

    @property
    def whole(self) -> bool:
        """Tell whether nothing is missing."""
        return self.accounted >= self.visible


def visible_characters(text: str) -> str:
    """Return a text in NFKC without white space, controls and marks that print nothing."""
    return _UNSEEN.sub("", "".join(unicodedata.normalize("NFKC", text).split()))


def audit(visible: Iterable[str], text: str, exclusions: Sequence[Exclusion]) -> Coverage:
    """Count the visible characters of a source that are accounted for, as a multiset, and name the pieces that are not.

    Linear in the size of the source. `visible` holds the source's text in pieces; `text` is the normalised text with
    the printed numbers.
    """
    kept = visible_characters(text) + visible_characters("".join(exclusion.text for exclusion in exclusions))
    available = Counter(kept)
    pieces = [(piece, visible_characters(piece)) for piece in visible]
    wanted: Counter[str] = Counter()
    for _, characters in pieces:
        wanted.update(characters)
    lost = wanted - available
    total, missing = wanted.total(), lost.total()
    return Coverage(total, total - missing, _not_found(pieces, kept, lost) if missing else ())


def _not_found(pieces: Sequence[tuple[str, str]], kept: str, lost: Counter[str]) -> tuple[str, ...]:
    """Return the pieces whose characters do not stand together in what was kept."""
    searched = _HYPHENS.sub("", kept)
    found: list[str] = []
    for piece, characters in pieces:
        if len(found) >= MAX_LISTED:
            break
        if any(character in lost for character in characters) and _HYPHENS.sub("", characters) not in searched:
            found.append(" ".join(piece.split())[:300])
    return tuple(found)
