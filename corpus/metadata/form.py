"""Read the metadata that a cover gives as a form: `Body: …`, `Place and date: Geneva, 17–21 May 2021`."""

import re
from collections.abc import Sequence

from corpus.text.dates import find_date

_FIELD = re.compile(
    r"(?P<what>date|place|venue|location|body|organ|organi[sz]er|organi[sz]ed by|held|adopted|meeting dates?)s?"
    r"(?: (?:and|of|/) (?P<also>date|place|venue|time|meeting|adoption)s?)?\s*:\s*(?P<value>\S.*)",
    re.I,
)
_ANY_FIELD = re.compile(r"[A-Z][A-Za-z ]{1,24}:\s")
_SESSION_PART = re.compile(r",\s*[\w -]{3,40}\bsession\b.*$", re.I)
_ONLINE = re.compile(r"[\s,(]+(?:and )?(?:online|hybrid|virtual(?:ly)?|in person)\)?(?: and online)?\s*$", re.I)
_ORGAN_FIELDS = ("body", "organ")


def is_field(line: str) -> bool:
    """Tell whether a line of the cover is a label, a colon and a value."""
    return bool(_ANY_FIELD.match(line))


def read_form(lines: Sequence[str]) -> dict[str, str]:
    """Return the `date`, `place` and `body` that labelled lines of a cover give, each from the first that has it."""
    found: dict[str, str] = {}
    for line in lines:
        match = _FIELD.fullmatch(line.strip())
        if match is None:
            continue
        value = match.group("value").strip(" .")
        if match.group("what").lower().startswith(_ORGAN_FIELDS):
            found.setdefault("body", _SESSION_PART.sub("", value))
            continue
        if date := find_date(value):
            found.setdefault("date", date)
        if place := _place(value):
            found.setdefault("place", place)
    return found


def _place(value: str) -> str:
    """Return the parts of a value between commas that hold no number: `Tashkent` of `19 October 2023, Tashkent`."""
    parts = [part.strip() for part in value.split(",")]
    named = [part for part in parts if part[:1].isupper() and not any(map(str.isdigit, part))]
    return without_online(", ".join(named)) if len(named) <= 3 else ""


def without_online(place: str) -> str:
    """Return a place without the remark that one could take part from afar."""
    return _ONLINE.sub("", place)
