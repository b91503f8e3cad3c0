"""Read the characters of a Word paragraph as a reader sees them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.readers.docx.numbering import W, attribute
from corpus.text.numerals import raised

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SKIPPED = {
    W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "instrText", W + "delText", W + "txbxContent", W + "pict",
    W + "object", MC + "Fallback", W + "sectPr", W + "tblPr", W + "fldData", W + "rt",
}  # fmt: skip
UNSEEN_RUNS = {"vanish": "hidden", "strike": "struck out", "dstrike": "struck out"}
"""Properties of a run by which it is not to be read, each with what is said of it."""
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0E0": "→", "F0AE": "→", "F0B0": "°"}


@dataclass(slots=True)
class Runs:
    """The visible text of one paragraph and what its runs say of it."""

    text: str = ""
    bold: bool = False
    notes: list[str] = field(default_factory=list)
    """Ids of the footnotes it calls, with `e` before those of endnotes."""
    page_breaks: int = 0


def visible_nodes(element: Any) -> Iterator[Any]:
    """Walk an element in document order without what Word does not show and without recursion."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node is not element and (node.tag in _SKIPPED or is_placeholder(node)):
            continue
        yield node
        stack.extend(reversed(node))


def read_runs(paragraph: Any, note_marks: dict[str, str]) -> Runs:
    """Return the text of a paragraph; marks of footnotes are not in it but in `notes`."""
    runs = Runs()
    parts: list[str] = []
    bold_letters = letters = 0
    superscript = bold = False
    for node in visible_nodes(paragraph):
        if node.tag == W + "r":
            properties = node.find(W + "rPr")
            superscript = attribute(properties, "vertAlign") == "superscript"
            bold = _is_on(properties, "b")
            hidden = any(_is_on(properties, name) for name in UNSEEN_RUNS)
        elif node.tag in (W + "t", M + "t"):
            shown = node.text or ""
            if node.tag == W + "t" and hidden:
                continue
            parts.append(raised(shown) if superscript else shown)
            count = sum(map(str.isalnum, shown))
            letters, bold_letters = letters + count, bold_letters + (count if bold else 0)
        elif node.tag in (W + "footnoteReference", W + "endnoteReference"):
            prefix = "e" if node.tag == W + "endnoteReference" else ""
            note = prefix + (node.get(W + "id") or "")
            runs.notes.append(note)
            note_marks.setdefault(note, str(len(note_marks) + 1))
        elif node.tag == W + "ffData":
            parts.append(_form_value(node))
        elif node.tag == W + "sym":
            parts.append(_SYMBOLS.get((node.get(W + "char") or "").upper(), ""))
        elif node.tag in _SIGNS:
            parts.append(_SIGNS[node.tag])
            runs.page_breaks += node.tag == W + "br" and node.get(W + "type") == "page"
        elif node.tag == W + "lastRenderedPageBreak":
            runs.page_breaks += 1
    runs.text = "".join(parts)
    runs.bold = letters > 0 and bold_letters == letters
    return runs


def is_placeholder(node: Any) -> bool:
    """Tell whether a node is a content control that only shows what is to be filled in."""
    return node.tag == W + "sdt" and node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def unseen_reason(run: Any) -> str:
    """Return why the text of a run is not shown: `hidden` or `struck out`; empty where it is."""
    properties = run.find(W + "rPr") if run is not None else None
    return next((reason for name, reason in UNSEEN_RUNS.items() if _is_on(properties, name)), "")


def _form_value(field_of_form: Any) -> str:
    """Return what a field of a form shows that is not stored as text: the entry that is chosen, or a box."""
    entries = [entry.get(W + "val") or "" for entry in field_of_form.iter(W + "listEntry")]
    if entries:
        chosen = attribute(field_of_form, "ddList/result") or attribute(field_of_form, "ddList/default") or "0"
        return entries[int(chosen)] if chosen.isdigit() and int(chosen) < len(entries) else ""
    box = field_of_form.find(W + "checkBox")
    if box is None:
        return ""
    return "☒" if _is_on(box, "checked" if box.find(W + "checked") is not None else "default") else "☐"


def _is_on(properties: Any, name: str) -> bool:
    found = properties.find(W + name) if properties is not None else None
    return found is not None and (found.get(W + "val") or "true") not in ("0", "false", "off", "none")
