"""Remove invisible characters, which a person cannot see and a model can read."""

import unicodedata

_SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
"""Variation selectors, which can carry hidden bytes after any letter."""
_GONE = dict.fromkeys(_SELECTORS)
_TAGS = str.maketrans({"<": "‹", ">": "›"})


def clean(text: str) -> str:
    """Return a text without zero-width, bidirectional and tag characters, variation selectors and controls."""
    plain = text.translate(_GONE)
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(_kept(character) for character in plain)


def as_material(text: str) -> str:
    """Return a clean text in which nothing can begin or end a tag."""
    return clean(text).translate(_TAGS)


def as_material_line(text: str) -> str:
    """Return a text as material in one line."""
    return " ".join(as_material(text).split())


def _kept(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    if kind in ("Cc", "Cs", "Co", "Cn") or kind in ("Zl", "Zp"):
        return character if character in "\n\t" else " "
    return character
