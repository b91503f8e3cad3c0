"""Words made comparable: folded, stemmed, with figures and ordinals in one form.

A question says "fourth", a report "4th"; one says "eleven", the other "11"; one "15,000", the other "15000". What is
compared is the canonical form, and the characters it came from are kept.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_COMPOUND = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine|"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
)
_WORD = re.compile(
    rf"(?i:{_COMPOUND})|"  # seventy-sixth
    r"[^\W\d_]+(?:[./-]?\d[\w./-]*\d|\d)"  # COVID-19, Q3, L.20
    r"|\d+(?:[.,/:-]\d+)*(?:st|nd|rd|th)?\b"  # 22.0, 15,000, 79/10, 2020-2022, 8th
    r"|[^\W_]+(?:['’][^\W\d_]+)?"
)
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


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    canonical: str
    """Folded and stemmed: the form that is compared."""
    start: int
    end: int
    surface: str

    @property
    def is_content(self) -> bool:
        """Tell whether the word says what a text is about."""
        return self.surface.lower() not in STOP_WORDS

    @property
    def is_figure(self) -> bool:
        """Tell whether the word is a number, a year, an ordinal or a symbol with digits."""
        return any(character.isdigit() for character in self.canonical)


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order."""
    return [Word(canonical(match.group()), match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]


def terms_of(text: str) -> list[str]:
    """Return the canonical content words of a text in order, repeats kept."""
    return [canonical(word) for word in _WORD.findall(text) if word.lower() not in STOP_WORDS]


def unique(terms: Iterable[str]) -> tuple[str, ...]:
    """Return each term once, in the order of first sight."""
    return tuple(dict.fromkeys(terms))


@lru_cache(maxsize=200_000)
def canonical(word: str) -> str:
    """Return the form in which a word is compared: `Eleven` → `11`, `fourth` → `4th`, `15,000` → `15000`."""
    folded = unicodedata.normalize("NFKD", word).lower()
    folded = "".join(character for character in folded if not unicodedata.combining(character)).replace("’", "'")
    folded = folded.removesuffix("'s")
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
    if folded[:1].isdigit():
        return re.sub(r"(?<=\d),(?=\d{3})", "", folded)
    return str(_stemmer().stemWord(folded))


def _with_suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


@lru_cache(maxsize=1)
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("english")
