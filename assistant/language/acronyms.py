"""Rewrite the names of a sentence in the form its source uses: spelt out for an acronym, `the Board` for all of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from corpus.text.words import tokenize

_ACRONYM = re.compile(r"(?<![\w-])([A-Z][A-Za-z-]*[A-Z]|[A-Z]{2,})s?(?!\w|-\d)")
WITHIN_NAMES = frozenset("of for and the on in to de &".split())
"""Small words within the name of a body."""
_CAPITALISED = r"[^\W\d_a-z][\w’-]*(?!['’]s)"
_NAME = re.compile(rf"{_CAPITALISED}(?:\s+(?:(?:of|for|and|on|the|in|to|&)\s+){{0,2}}{_CAPITALISED})+(?:['’]s)?")
"""Words with capitals that stand together, with small words between them."""
_SERIES = re.compile(rf"{_CAPITALISED}(?:,?\s+(?:(?:of|for|and|on|the|in|to|&)\s+){{0,2}}{_CAPITALISED})+")
"""The same with commas: `Educational, Scientific and Cultural Organization`."""
_LONGEST = 12
"""Letters of an acronym."""
_LEAST = 4
"""Letters of a word that says what a name is of, and that follow the first in small ones."""


class Names:
    """The names of several words that some texts hold, read when they are first asked for."""

    def __init__(self, texts: Callable[[], Iterable[str]] = tuple) -> None:
        self._texts = texts

    def spelt_out(self, acronym: str) -> str:
        """Return the words an acronym stands for in the texts, as they say or by its letters; empty where it has none.

        Of several, the one that the texts hold most often.
        """
        said = Counter(match[1] for match in _defined(acronym, self._text))
        found = said or Counter(
            {name: count for whole, count in self._held.items() for name in spelt_out(acronym, whole)}
        )
        return max(found, key=lambda name: (found[name], name), default="")

    def whole(self, last: str) -> str:
        """Return the name that ends with a word, the most frequent of several; empty where there is none."""
        found = {name: count for name, count in self._held.items() if name.split()[-1] == last}
        return max(found, key=lambda name: (found[name], name), default="")

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._texts())

    @cached_property
    def _held(self) -> Counter[str]:
        return Counter(_plain(match.group()) for match in _NAME.finditer(self._text))


NONE = Names()


def in_words_of(sentence: str, source: str, context: str = "", names: Names = NONE) -> str:
    """Return a sentence with each acronym, or name of several words, in the form of its source, else of its context.

    An acronym that neither holds is put in the words that the names say it stands for, or in the one of them that the
    source has by itself: `RLB` becomes `Rivers and Lakes Board`, or `Board`.
    """
    ours, theirs = set(_ACRONYM.findall(sentence)), set(_ACRONYM.findall(source))
    for acronym in sorted(each for each in ours - theirs if len(each) <= _LONGEST):
        if form := _form(acronym, source, context, names):
            pieces = re.split(rf"(?<![\w-]){acronym}s?(?!\w|-\d)", sentence)
            sentence = form.join(pieces)
    for acronym in sorted(theirs - ours):
        spelt = next(spelt_out(acronym, sentence), "")
        if spelt and spelt.lower() not in source.lower() and not next(spelt_out(acronym, source), ""):
            sentence = sentence.replace(spelt, acronym)
    for match in list(_NAME.finditer(sentence)):
        name = _plain(match.group())
        last = name.split()[-1]
        if name not in f"{source}\n{context}" and _is_bare(last, source) and names.whole(last) == name:
            sentence = sentence.replace(name, last)
    return sentence


def spelt_out(acronym: str, text: str) -> Iterator[str]:
    """Yield the runs of capitalised words of which an acronym has the first letters: `E-CO-SO-C`."""
    letters = acronym.replace("-", "").lower()
    for match in _SERIES.finditer(text):
        words = match.group().split()
        for start in range(len(words) - 1):
            if words[start].lower() in WITHIN_NAMES or not words[start][0].isupper():
                continue
            if (end := _end(letters, words, start)) and words[end - 1][0].isupper():
                yield " ".join(words[start:end]).rstrip(",")


def _form(acronym: str, source: str, context: str, names: Names) -> str:
    """Return how a source says what an acronym stands for, else how its context does; empty for neither."""
    found = next(spelt_out(acronym, source), "") or _in_small_letters(acronym, source)
    if found:
        return found
    defined = names.spelt_out(acronym)
    if defined:
        if at := re.search(rf"\b{re.escape(defined)}\b", source, re.IGNORECASE):
            return at.group()
        telling = [word for word in defined.split() if len(word) >= _LEAST]
        if bare := next((word for word in reversed(telling) if _is_bare(word, source)), ""):
            return bare
        if _canonical(defined) <= _canonical(context):
            return defined
    if re.search(rf"\b{acronym}\b", context):
        return ""
    return next(spelt_out(acronym, context), "")


def _canonical(text: str) -> set[str]:
    return {word.stem for word in tokenize(text) if word.is_content}


def _in_small_letters(acronym: str, source: str) -> str:
    """Return long words in a row that begin with the letters of an acronym: `science, technology and innovation`."""
    pattern = r",?\s+(?:and\s+|of\s+)?".join(
        rf"{letter}[\w-]{{{_LEAST},}}" for letter in map(re.escape, acronym.lower())
    )
    found = re.search(rf"\b{pattern}", source) if acronym.isalpha() else None
    return found.group() if found else ""


def _is_bare(word: str, source: str) -> bool:
    """Tell whether a source has a word of a name by itself: `the Board`, `this programme`."""
    return bool(re.search(rf"\b(?:the|this|its)\s+{re.escape(word)}\b(?!\s+(?:of|for|on)\b)", source, re.IGNORECASE))


def _defined(acronym: str, text: str) -> Iterator[re.Match[str]]:
    """Yield where a text says what an acronym stands for, before it in brackets: `Rivers and Lakes Board (RLB)`."""
    first = re.escape(acronym[0])
    return re.finditer(
        rf"\b((?i:{first})[\w’-]+(?:,?\s+[\w’-]+){{1,{len(acronym) + 3}}}?)\s+\(\W?{re.escape(acronym)}\b", text
    )


def _end(letters: str, words: list[str], at: int) -> int:
    """Return the rank after the last word where the words from a rank on begin with letters in turn, 0 where not."""
    if not letters:
        return at
    if at >= len(words):
        return 0
    word = words[at].lower()
    if word in WITHIN_NAMES and (end := _end(letters, words, at + 1)):
        return end
    for length in range(1, len(word) + 1):
        if not letters.startswith(word[:length]) or length == len(letters) == len(word):
            break
        if end := _end(letters[length:], words, at + 1):
            return end
    return 0


def _plain(name: str) -> str:
    """Return a name with single spaces, without the article or the ending of an owner."""
    words = re.sub(r"['’]s$", "", name).split()
    return " ".join(words[1:] if words[0] == "The" else words)
