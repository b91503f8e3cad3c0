"""Match the words of a question with those of a text, whatever form they have there."""

import re
from collections.abc import Collection
from functools import lru_cache

from assistant.language.places import country_of
from corpus.text.words import tokenize

_ENDINGS = frozenset({"", "n", "an", "ian", "ese", "i", "ish", "al", "ic", "s", "es"})
"""What a name or a noun may take on to become an adjective or another number of itself."""
_ALIKE_LETTERS = 4
"""Letters that two forms of one word begin with."""


def held_words(text: str) -> frozenset[str]:
    """Return the stems of a text, and the parts of spans such as `2020-2022` beside the whole."""
    return with_parts([word.stem for word in tokenize(text)])


def with_parts(stems: Collection[str]) -> frozenset[str]:
    """Return stems, and the parts of spans such as `2020-2022` beside the whole."""
    words = set(stems)
    parts = {part for word in words if word[:1].isdigit() for part in re.split(r"[-/–]", word) if len(part) == 4}
    return frozenset(words | parts)


def matched(terms: Collection[str], held: Collection[str]) -> set[str]:
    """Return the terms that are held, as they are or as another form of the same word."""
    there = {term for term in terms if term in held}
    if len(there) == len(set(terms)):
        return there
    forms = _by_beginning(frozenset(held))
    return there | {term for term in terms if term not in there and _is_held(term, forms)}


def same_word(term: str, other: str) -> bool:
    """Tell whether two stems are forms of one: `korea` and `korean`, `akhanov` and `akhannov`."""
    country = country_of(term)
    if country and country_of(other):
        return country == country_of(other)
    if term[:_ALIKE_LETTERS] != other[:_ALIKE_LETTERS] or not (term.isalpha() and other.isalpha()):
        return False
    short, long = sorted((term, other), key=len)
    return len(short) >= _ALIKE_LETTERS and (long.removeprefix(short) in _ENDINGS or _one_letter(short, long))


def _is_held(term: str, forms: dict[str, list[str]]) -> bool:
    """Compare a term with the held words that can be forms of it: those that begin alike, and countries."""
    alike = forms.get(term[:_ALIKE_LETTERS], ())
    countries = forms.get("", ()) if country_of(term) else ()
    return any(same_word(term, other) for other in (*alike, *countries))


@lru_cache(maxsize=256)
def _by_beginning(held: frozenset[str]) -> dict[str, list[str]]:
    """Return held words by the letters they begin with; under no letters the names of countries."""
    forms: dict[str, list[str]] = {}
    for word in held:
        forms.setdefault(word[:_ALIKE_LETTERS], []).append(word)
        if country_of(word):
            forms.setdefault("", []).append(word)
    return forms


def _one_letter(short: str, long: str) -> bool:
    """Tell whether two long words differ by one doubled or left-out letter."""
    return (
        len(short) >= 6
        and len(long) - len(short) == 1
        and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    )
