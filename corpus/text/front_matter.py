"""Split off the front matter of a text: the lines between `---` or `+++` at its beginning that say what it is."""

import re
from collections.abc import Mapping

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,20000}?)(?:\r?\n|(?<=\n))\1[ \t]*(?:\r?\n|\Z)", re.S)
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)(?::(?:[ \t]+(\S.*))?|[ \t]*=[ \t]*(\S.*))")
_QUOTED = re.compile(r"([\"'])(.*)\1", re.S)


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return the fields of the front matter that hold one line, by their small-letter name, and its whole text.

    Both are empty where the text has none: two rules around sentences are no front matter.
    """
    front = _FRONT.match(text)
    if front is None:
        return {}, ""
    lines = [line for line in front.group(2).splitlines() if line.strip() and not line.lstrip().startswith("#")]
    fields = [match for line in lines if (match := _FIELD.fullmatch(line.rstrip()))]
    if lines and (not fields or not _FIELD.match(lines[0])):
        return {}, ""
    loaded = _loaded(front.group(2)) or {match[1]: _bare(match[2] or match[3] or "") for match in fields}
    return {name.lower(): value for name, value in loaded.items() if value}, front.group(0)


def _loaded(front: str) -> dict[str, str]:
    """Return the plain values of a front matter in YAML, empty where it is not well written."""
    import yaml

    try:
        loaded = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings alone
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {str(name): " ".join(value.split()) for name, value in loaded.items() if isinstance(value, str)}


def _bare(value: str) -> str:
    quoted = _QUOTED.fullmatch(value.strip())
    return quoted.group(2) if quoted else value.strip()
