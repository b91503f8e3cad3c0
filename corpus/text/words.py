"""Tokenize text and stem its words, with numbers and ordinals in one form.

A question says "fourth", a report "4th"; one says "eleven", the other "11"; one "15,000", the other "15000". What is
compared is the stem, and the characters it came from are kept.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_UNIT = "one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_AFTER_TENS = "|".join(rf"(?<=\b{tens})" for tens in "twenty thirty forty fifty sixty seventy eighty ninety".split())
# One alternative for each way a word can begin, without a way back: a long run is read once.
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?!\w)"  # U.S.
    rf"|[^\W\d_]++(?:(?=[- ])(?i:{_AFTER_TENS})[- ](?i:{_UNIT})\b"  # seventy-sixth
    r"|(?:[/-]|(?<=[A-Z])\.)?\d(?:[\w./-]*\d)?"  # COVID-19, Q3, L.20
    r"|['’][^\W\d_]+)?"
    r"|\d+(?:[.,/:-]\d+)*(?:st|nd|rd|th)?\b"  # 22.0, 15,000, 79/10, 2020-2022, 8th
    r"|[^\W_]+(?:['’][^\W\d_]+)?"
)
_DIGIT = re.compile(r"\d")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_CARDINAL = {word: str(number) for number, word in enumerate(_UNITS.split())} | {
    word: str(10 * number) for number, word in enumerate(_TENS.split(), start=2)
}
_ORDINAL = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}
_TENS_ORDINAL = {word.removesuffix("y") + "ieth": 10 * number for number, word in enumerate(_TENS.split(), start=2)}

STOP_WORDS = frozenset(
    "a about above after again all also am an and any are as at be because been before being between both but by can "
    "could did do does doing during each either every for from further get got had has have having he her hers him "
    "his how i if in into is it its itself just let me more most much many my no nor not of off on once only or other "
    "our out over own please s same say said says she should so some such t tell than that the their them then there "
    "these they this those through to too under until up us very was we were what when where which while who whom "
    "whose why will with would you your".split()
)
"""Words that say nothing of what a text is about."""

LIGHT_WORDS = frozenset(
    "take took taken part give gave given make made hold held place happen happened occur name".split()
)
"""Words that say little in a question: `took part`, `was held`, `take place`."""


_LONGEST = 64
"""Characters from which a run is no word of a language; it is compared as it is, and not remembered."""


class Word(NamedTuple):
    """One word of a text; a tuple because a library has millions of them."""

    stem: str
    """Folded and stemmed: the form that is compared."""
    start: int
    end: int
    surface: str

    @property
    def is_content(self) -> bool:
        """Tell whether the word says what a text is about."""
        return self.surface.lower() not in STOP_WORDS

    @property
    def is_numeric(self) -> bool:
        """Tell whether the word is a number, a year, an ordinal or a symbol with digits."""
        return not self.stem.isalpha() and _DIGIT.search(self.stem) is not None


def tokenize(text: str) -> list[Word]:
    """Return the words of a text in order."""
    found = []
    for match in _WORD.finditer(text):
        surface = match.group()
        start, end = match.span()
        form = _stem_of(surface) if end - start <= _LONGEST else surface.lower()
        found.append(Word(form, start, end, surface))
    return found


def content_stems(text: str) -> list[str]:
    """Return the stems of the content words of a text in order, repeats kept."""
    return [stem_of(word) for word in _WORD.findall(text) if word.lower() not in STOP_WORDS]


def is_year(word: str) -> bool:
    """Tell whether a word is a year of this century or the last."""
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def unique(terms: Iterable[str]) -> tuple[str, ...]:
    """Return each term once, in the order of first sight."""
    return tuple(dict.fromkeys(terms))


def stem_of(word: str) -> str:
    """Return the form in which a word is compared: `Eleven` → `11`, `fourth` → `4th`, `15,000` → `15000`."""
    return word.lower() if len(word) > _LONGEST else _stem_of(word)


@lru_cache(maxsize=200_000)
def _stem_of(word: str) -> str:
    folded = _folded(word)
    number = _number(folded)
    if number:
        return number
    if folded[:1].isdigit():
        return re.sub(r"(?<=\d),(?=\d{3})", "", folded)
    return _one_spelling(_STEMMER.stem(folded))


def _folded(word: str) -> str:
    """Drop case, accents, possessives and the stops of `U.S.`"""
    plain = unicodedata.normalize("NFKD", word).lower()
    if not plain.isascii():
        plain = "".join(character for character in plain if not unicodedata.combining(character)).replace("’", "'")
    plain = plain.removesuffix("'s")
    return plain.replace(".", "") if plain.endswith(".") else plain


def _number(folded: str) -> str:
    """Return a number or an ordinal written in letters as digits, empty for any other word."""
    if folded in _CARDINAL:
        return _CARDINAL[folded]
    if folded in _ORDINAL:
        return _with_suffix(_ORDINAL[folded])
    if folded in _TENS_ORDINAL:
        return _with_suffix(_TENS_ORDINAL[folded])
    tens, _, unit = folded.replace(" ", "-").partition("-")
    if tens in _CARDINAL and unit in _CARDINAL:
        return str(int(_CARDINAL[tens]) + int(_CARDINAL[unit]))
    if tens in _CARDINAL and unit in _ORDINAL:
        return _with_suffix(int(_CARDINAL[tens]) + _ORDINAL[unit])
    return ""


_SPELLINGS = {
    "center": "centr",
    "programm": "program",
    "defens": "defenc",
    "licens": "licenc",
    "catalog": "catalogu",
    "fulfil": "fulfill",
    "enrol": "enroll",
}


def _one_spelling(stem: str) -> str:
    """Return one stem for British and American spellings: `organis` and `organiz`, `labour` and `labor`."""
    if len(stem) > 5 and stem.endswith(("is", "ys")):
        return stem[:-1] + "z"
    if len(stem) > 4 and stem.endswith("our"):
        return stem[:-2] + "r"
    return _SPELLINGS.get(stem, stem)


def _with_suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


class _Stemmer(threading.local):
    """A stemmer for each thread: it keeps the word at hand in itself, so two threads would take each other's."""

    def __init__(self) -> None:
        self._english = snowballstemmer.stemmer("english")

    def stem(self, word: str) -> str:
        """Return the stem of a word in lower case."""
        return str(self._english.stemWord(word))


_STEMMER = _Stemmer()
