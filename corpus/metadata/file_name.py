"""Read a date, and the words of a title, out of the name of a file."""

import re

from corpus.text.dates import find_date

_RUN_TOGETHER = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
"""A day written as one number: `minutes20190430`."""
_SIGNS = re.compile(r"[-_.\s]+")
_PARTED = re.compile(r"(?<![\d])(\d{1,4})[-_. ](\d{1,2})(?:[-_. ](\d{1,4}))?(?![\d])")
_MONTH = re.compile(r"(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?!-?\d)")
"""A month: `report_2019-03`. In `S_2025_10` other signs part the numbers of a symbol."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOT_WORDS = frozenset("final draft copy scan version file document untitled print web new old the and en".split())


def date_in_name(name: str) -> str:
    """Return the date in the name of a file without its suffix: `voting_minutes_2020-05-07`, `March-14-2018-SOW`."""
    if run := _RUN_TOGETHER.search(name):
        return find_date("-".join(run.groups()))
    for parts in _PARTED.finditer(name):
        first, second, third = parts.groups()
        if len(first) == 4 and third is not None and len(third) <= 2:
            return find_date(f"{first}-{int(second):02d}-{int(third):02d}")
        if third is not None and len(third) == 4:
            return find_date(f"{first}/{second}/{third}")
    return find_date(_SIGNS.sub(" ", name)) or find_date(" ".join(_MONTH.findall(name)[:1]))


def title_in_name(name: str) -> str:
    """Return the words of a file's name that make a title of two words at least, with its date; empty otherwise."""
    words = [word for word in _SIGNS.split(name) if word]
    telling = [word for word in words if _WORD.fullmatch(word) and word.lower() not in _NOT_WORDS]
    if len(telling) < 2:
        return ""
    date = date_in_name(name)
    kept = [word for word in words if not word.isdigit()] if date else words
    title = " ".join([*kept, *([date] if date else [])])
    return title[0].upper() + title[1:]
