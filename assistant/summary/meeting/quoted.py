"""Keep the quotation marks of a sentence in pairs, where it is shown without those around it."""

import re

from assistant.summary.outline import Unit
from assistant.summary.shorten import GAP

_MARKS = {'"': '"', "”": "“"}
"""What closes a quotation, with what opens it."""
_OPENED = re.compile(r"(?<=[,:] [\"“]) (?=\w)")
_AT_START, _AT_END = re.compile(r"(?<=^[“\"]) "), re.compile(r" (?=[”\"]$)")


def in_pairs(text: str, unit: Unit) -> str:
    """Return a sentence as it is to be shown with the marks that its quotation has in sentences before and after it.

    Of a sentence with a gap in which a mark may have gone nothing is known, so it stays as it is.
    """
    text = _OPENED.sub("", text)
    for closing, opening in _MARKS.items():
        if _lost(text, unit.text, opening, closing):
            continue
        inside = _is_open(unit.paragraph.text[: unit.start], opening, closing)
        before = opening if inside and not text.startswith((opening, "[")) else ""
        after = closing if _is_open(text, opening, closing, inside=inside) else ""
        if before or after:
            head = _AT_START.sub("", f"{before}{text}", count=1) if before else text
            text = _AT_END.sub("", f"{head}{after}")
    return text


def _is_open(text: str, opening: str, closing: str, *, inside: bool = False) -> bool:
    """Tell whether a quotation is open where a text ends; `inside` where one is where it begins."""
    if opening == closing:
        return bool(text.count(closing) % 2) != inside
    marks = [mark for mark in text if mark in (opening, closing)]
    return marks[-1] == opening if marks else inside


def _lost(text: str, whole: str, opening: str, closing: str) -> bool:
    gapped = GAP in text.rstrip(f" {GAP}")
    return gapped and any(text.count(mark) != whole.count(mark) for mark in (opening, closing))
