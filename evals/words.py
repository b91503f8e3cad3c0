"""Compare words as a reader does: case, white space, dashes and typographic quotes make no difference."""

import re
import unicodedata
from functools import lru_cache

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
FOLDED = str.maketrans(
    {
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(SINGLE_QUOTES, "'"),
        **dict.fromkeys(DOUBLE_QUOTES, '"'),
        **dict.fromkeys(INVISIBLE, ""),
    }
)
SPACED_RANGE = re.compile(r"(?<=\d) ?- ?(?=\d)")


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Return the text in lower case, with one kind of dash, quote and space, and no invisible characters.

    A range of numbers loses the spaces at its dash: `10 – 11 July` is `10-11 July`.
    """
    # Quotes are folded before NFKC, which would take the acute accent apart into a space and a mark.
    plain = unicodedata.normalize("NFKC", text.translate(FOLDED)).translate(FOLDED)
    return SPACED_RANGE.sub("-", " ".join(unicodedata.normalize("NFKC", plain.casefold()).split()))


def contains(text: str, run: str) -> bool:
    """Tell whether a run of characters stands in the text, in folded form; it may begin or end inside a word."""
    return fold(run) in fold(text)


def holds(text: str, phrase: str) -> bool:
    """Tell whether a phrase stands in the text as whole words.

    A number is whole when no digit goes on beyond its point or comma: `20` is not in `20,000`, nor `22` in `22.0`.
    """
    return _whole(fold(phrase)).search(fold(text)) is not None


def count(text: str) -> int:
    """Return the number of words: runs of characters between white space."""
    return len(text.split())


@lru_cache(maxsize=4096)
def _whole(phrase: str) -> re.Pattern[str]:
    before = r"(?<!\w)(?<!\d[.,])" if phrase[:1].isdigit() else r"(?<!\w)" if _is_word(phrase[:1]) else ""
    after = r"(?!\w)(?![.,]\d)" if phrase[-1:].isdigit() else r"(?!\w)" if _is_word(phrase[-1:]) else ""
    return re.compile(before + re.escape(phrase) + after)


def _is_word(character: str) -> bool:
    return re.match(r"\w", character) is not None
