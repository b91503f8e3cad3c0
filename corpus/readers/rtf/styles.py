"""Find the styles of RTF whose paragraphs are headings."""

import re

_SHEET = re.compile(rb"\{\\stylesheet")
_NUMBER = re.compile(rb"\\s(\d{1,5})(?!\d)")
_NAME = re.compile(rb"\s(?:heading (\d)|title|subtitle)\s*\Z", re.I)
_MOST = 400_000
"""Bytes of the table of styles that are looked at."""


def heading_levels(source: bytes) -> dict[int, float]:
    """Return the number of each style of headings, with its rank from 1."""
    found = _SHEET.search(source[:_MOST])
    if found is None:
        return {}
    levels: dict[int, float] = {}
    for entry in source[found.end() : found.end() + _MOST].split(b";}"):
        number, name = _NUMBER.search(entry[-2_000:]), _NAME.search(entry[-100:])
        if number and name:
            levels.setdefault(int(number.group(1)), float(name.group(1) or 1))
    return levels
