"""Numbers, dates and amounts as values, so that "15,000", "15000" and "fifteen thousand" are the same."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant.language.dates import agrees, dates_of
from corpus.text.words import stem_of

__all__ = ["Number", "NumberKind", "agrees", "numbers_of"]

_SCALE = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12} | {
    "k": 1_000,
    "mn": 10**6,
    "bn": 10**9,
}
_UNIT = "one|two|three|four|five|six|seven|eight|nine"
_TEEN = "zero|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:[- ](?:{_UNIT}))?|{_TEEN}|{_UNIT})\b"
_HUNDREDS = rf"(?:(?:{_SMALL}|an?)\shundred(?:\s(?:and\s)?{_SMALL})?|{_SMALL})"
_LARGE = r"(?:thousand|million|billion|trillion)\b"
_ORDINAL_UNIT = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINAL = re.compile(
    rf"\b(?=[ftsen])(?:(?:{_TENS})[- ])?(?:{_ORDINAL_UNIT}|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth)\b",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"\b(?=[zotfsena])(?:{_HUNDREDS}|an?(?=\s{_LARGE}))(?:\s{_LARGE}(?:,?\s(?:and\s)?{_HUNDREDS})?)*"
    rf"(?![- ](?:{_ORDINAL_UNIT})\b)",
    re.IGNORECASE,
)
# Possessive throughout: a run of a million characters is read once, never gone back over.
_TOKEN = re.compile(r"[A-Za-z0-9]++(?:[/.,:-][A-Za-z0-9]++|\([A-Za-z0-9]{1,6}\))*+")
_DIGIT = re.compile(r"\d")
_PLAIN = re.compile(r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<suffix>[a-z]{0,3})")
_SCALE_AFTER = re.compile(r"[\s-](hundred|thousand|million|billion|trillion|mn|bn)\b", re.IGNORECASE)
_PER_CENT = re.compile(r"\s?%|[\s-](?:per\s?cent|percent|percentage\spoints?)\b", re.IGNORECASE)
_CURRENCIES = {
    "USD": "$|US$|USD|dollar|dollars|US dollar|US dollars|United States dollars",
    "EUR": "€|EUR|euro|euros",
    "GBP": "£|GBP|pounds sterling",
    "CNY": "RMB|CNY|yuan|renminbi",
    "JPY": "JPY|yen",
    "CHF": "CHF|Swiss francs|Swiss franc",
}
_CODES = {form.lower(): code for code, forms in _CURRENCIES.items() for form in forms.split("|")}
_FORMS = "|".join(re.escape(form) for form in sorted(_CODES, key=len, reverse=True))
_CURRENCY_AFTER = re.compile(rf"\s?({_FORMS})(?!\w)", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(rf"(?:^|(?<!\w))({_FORMS})\s?\Z", re.IGNORECASE)
_LONGEST_CURRENCY = 8

NumberKind = Literal["number", "date", "ordinal", "symbol"]


@dataclass(frozen=True, slots=True)
class Number:
    """A value in a text, and where it stands."""

    kind: NumberKind
    value: str
    """`15000`, `22`, `2020-11-03`, `--05-10` for a day without a year, `2020-11` for a month, `4th`, `a/78/5`."""
    start: int
    end: int
    unit: str = ""
    """`%` or a currency such as `USD`, where one stands beside it."""


def numbers_of(text: str) -> list[Number]:
    """Return the dates, numbers, ordinals and symbols of a text in order; a span of days gives two dates."""
    dates = dates_of(text)
    found = [Number("date", value, date.start, date.end) for date in dates for value in date.values]
    starts, ends = [date.start for date in dates], [date.end for date in dates]
    for number in _undated(text):
        before = bisect_right(starts, number.start) - 1
        if before < 0 or number.start >= ends[before]:
            found.append(number)
    return sorted(found, key=lambda number: (number.start, number.value))


def is_currency(word: str) -> bool:
    """Tell whether a word in lower case is the code or the name of a currency: `usd`, `euro`."""
    return word in _CODES


def _undated(text: str) -> Iterator[Number]:
    for match in _TOKEN.finditer(text):
        if _DIGIT.search(text, *match.span()):
            yield from _of_token(text, match.start(), match.end())
    for match in _IN_WORDS.finditer(text):
        value = _value_of_words(match.group())
        if value != 1:
            yield _with_unit(text, value, match.start(), match.end())
    for match in _ORDINAL.finditer(text):
        yield Number("ordinal", stem_of(match.group()), *match.span())


def _of_token(text: str, start: int, end: int) -> Iterator[Number]:
    """Yield what a run of letters and digits is: a number, an ordinal, a symbol, or the numbers of a span."""
    token = text[start:end]
    plain = _PLAIN.fullmatch(token)
    if plain and plain["suffix"] in ("st", "nd", "rd", "th"):
        yield Number("ordinal", stem_of(token), start, end)
    elif plain:
        scale = _SCALE.get(plain["suffix"], 1)
        yield _with_unit(text, Decimal(plain["digits"].replace(",", "")) * scale, start, end)
    elif re.fullmatch(r"Q[1-4]", token):
        yield Number("ordinal", stem_of(("first", "second", "third", "fourth")[int(token[1]) - 1]), start, end)
    elif "/" in token or token[0].isalpha() or not re.search("[-,]", token):
        yield Number("symbol", token.lower(), start, end)
    else:
        for piece in re.finditer(r"[^,-]+", token):
            if _DIGIT.search(piece.group()):
                yield from _of_token(text, start + piece.start(), start + piece.end())


def _with_unit(text: str, value: Decimal, start: int, end: int) -> Number:
    """Return a number with the scale and the unit that stand beside it."""
    scale = _SCALE_AFTER.match(text, end)
    if scale:
        value, end = value * _SCALE[scale[1].lower()], scale.end()
    percent = _PER_CENT.match(text, end)
    before = _CURRENCY_BEFORE.search(text[max(0, start - _LONGEST_CURRENCY) : start])
    after = _CURRENCY_AFTER.match(text, end)
    beside = before or after
    unit = "%" if percent else _CODES[beside[1].lower()] if beside else ""
    if beside and text[start:end].endswith("m"):
        value *= 10**6
    return Number("number", _plain(value), start, end, unit)


def _plain(value: Decimal) -> str:
    """Write a value without what does not change it: `22.0` → `22`, `007` → `7`."""
    digits = f"{value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits.lstrip("0") if digits.lstrip("0")[:1].isdigit() else f"0{digits.lstrip('0')}"


def _value_of_words(phrase: str) -> Decimal:
    """Return the value of a number in words: `two hundred and fifty thousand` → 250,000."""
    total = current = 0
    for word in re.split(r"[\s,-]+", phrase.lower()):
        if word == "and":
            continue
        if word == "hundred":
            current *= 100
        elif word in _SCALE:
            total, current = total + current * _SCALE[word], 0
        else:
            current += 1 if word in ("a", "an") else int(stem_of(word))
    return Decimal(total + current)
