"""Read the number or bullet printed before a paragraph."""

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["decimal", "paren", "multi", "letter", "roman", "upper", "upper-roman", "bullet", "qa"]

BULLETS = "•·▪▫◦‣○●■□➢➤✓∙⁃"
_BULLET = re.compile(rf"(?:[{BULLETS}]\s*|[-–—*]\s+)(?=\S)")
_MULTI = re.compile(r"(\d{1,3}[A-Z]{0,2}(?:\.(?:\d{1,3}|[IVX]{1,5}))*\.\d{1,3})\.?(?:\t\s*|\s+)(?=[\W]*[A-Z\d(])")
_DECIMAL = re.compile(r"(\d{1,3})\.(?:\s+)(?=\S)")
_PAREN = re.compile(r"\(?(\d{1,3})\)\s+(?=\S)")
_LETTER = re.compile(r"\(?([a-z]{1,2}|[ivxl]{1,6})\)(?:\s+(?=\S)|(?=[A-Z“\"‘]))")
_LETTER_DOT = re.compile(r"([a-z])\.\s+(?=\S)")
_UPPER = re.compile(r"([IVXL]{1,6}|[A-Z])\.\s+(?=\S)")
_UPPER_PAREN = re.compile(r"\(([A-Z]|[IVXL]{1,5})\)\s+(?=\S)")
_QUESTION = re.compile(r"([QA]\.?\s?\d{1,3}|[QA])\s?[.:)]\s+(?=\S)")

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A printed number, in each way it can be read."""

    printed: str
    """Exactly as it stands before the text, without the white space that follows."""
    readings: tuple[tuple[Style, int], ...]
    """`(style, value)`, likeliest first: `(i)` is roman 1 or letter 9."""
    bare: str = ""
    """The number alone: `13.1`, `c`, `IV`."""


def roman_value(numeral: str) -> int:
    """Return the value of a roman numeral of either case, 0 for what is none."""
    lowered = numeral.lower()
    if not lowered or not _ROMAN.fullmatch(lowered):
        return 0
    digits = [_ROMAN_DIGITS[letter] for letter in lowered]
    return sum(-d if any(d < later for later in digits[i + 1 :]) else d for i, d in enumerate(digits))


def letter_value(letters: str) -> int:
    """Return 1 for `a`, 26 for `z`, 27 for `aa`, 28 for `bb`; 0 for two letters that differ."""
    lowered = letters.lower()
    if len(set(lowered)) != 1:
        return 0
    return ord(lowered[0]) - 96 + 26 * (len(lowered) - 1)


def _letter_readings(letters: str, upper: bool) -> tuple[tuple[Style, int], ...]:
    styles: tuple[Style, Style] = ("upper-roman", "upper") if upper else ("roman", "letter")
    roman, letter = roman_value(letters), letter_value(letters)
    readings: list[tuple[Style, int]] = []
    if roman:
        readings.append((styles[0], roman))
    if letter:
        readings.append((styles[1], letter))
    if len(letters) == 1 and roman > 1 and letters.lower() not in "v":
        readings.reverse()
    return tuple(readings)


def _made(match: re.Match[str], readings: tuple[tuple[Style, int], ...]) -> tuple[PrintedNumber, str] | None:
    if not readings:
        return None
    marker = PrintedNumber(match.group(0).strip(), readings, match.group(1) if match.re.groups else "")
    return marker, match.string[match.end() :]


def split_marker(text: str) -> tuple[PrintedNumber | None, str]:
    """Split the number or bullet off the start of a text; without one the text comes back unaltered.

    Linear in the length of the number, whatever the length of the text.
    """
    return _numbered(text) or _lettered(text) or (None, text)


def _numbered(text: str) -> tuple[PrintedNumber, str] | None:
    if match := _MULTI.match(text):
        return _made(match, (("multi", int(match.group(1).rpartition(".")[2])),))
    if match := _DECIMAL.match(text):
        return _made(match, (("decimal", int(match.group(1))),))
    if match := _PAREN.match(text):
        return _made(match, (("paren", int(match.group(1))),))
    return None


def _lettered(text: str) -> tuple[PrintedNumber, str] | None:
    if match := _LETTER.match(text) or _LETTER_DOT.match(text):
        return _made(match, _letter_readings(match.group(1), upper=False))
    if match := _QUESTION.match(text):
        digits = re.sub(r"\D", "", match.group(1))
        if digits or text[0] == "Q" or text.startswith("A:"):
            return _made(match, (("qa", int(digits or 0)),))
    if match := _UPPER.match(text) or _UPPER_PAREN.match(text):
        return _made(match, _letter_readings(match.group(1), upper=True))
    if match := _BULLET.match(text):
        return _made(match, (("bullet", 0),))
    return None
