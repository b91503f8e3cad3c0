"""Say what a Word document shows, and list what it holds and does not show."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.docx.numbering import W
from corpus.readers.docx.runs import M, is_placeholder, read_runs, unseen_reason, visible_nodes

_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PARTS = {
    "header": "running head", "footer": "running foot", "comments": "comment", "glossary/document": "building block",
}  # fmt: skip
_PART = re.compile(r"word/(header|footer|comments|glossary/document)\d*\.xml")
_STATEMENT = re.compile(
    r"\b(?:until|unless|embargo(?:ed)?|expires?|valid|effective|replaces|supersedes|due|before|from|as of|as at|"
    r"subject to)\b.{0,40}?\b(?:\d{1,2}\.? (?-i:[A-Z])[a-z]+|(?-i:[A-Z])[a-z]+ \d{1,2}\b|\d{4}-\d\d-\d\d)",
    re.I,
)
_EMBEDDED = re.compile(r"word/embeddings/([^/]+)")


def notes_of(part: Any, prefix: str) -> dict[str, str]:
    """Return the texts of the footnotes or endnotes in a part, by their ids after a prefix."""
    if part is None:
        return {}
    tag = W + ("endnote" if prefix else "footnote")
    notes = {}
    for note in part.iter(tag):
        if note.get(W + "type") in ("separator", "continuationSeparator", "continuationNotice"):
            continue
        texts = [read_runs(paragraph, {}).text.strip() for paragraph in note.iter(W + "p")]
        notes[prefix + (note.get(W + "id") or "")] = " ".join(text for text in texts if text)
    return notes


def visible_in(document: Any) -> list[str]:
    """Return the text of every paragraph that Word shows, without looking at what became of it."""
    texts = []
    for paragraph in document.iter(W + "p"):
        shown = "".join(
            node.text or ""
            for node in visible_nodes(paragraph)
            if node.tag in (W + "t", M + "t") and not _why_unseen(node)
        )
        if shown.strip():
            texts.append(shown)
    return texts


def _why_unseen(node: Any) -> str:
    """Return why a text is not shown, empty where it is; one in the second copy of a drawing is `copy`."""
    for above in node.iterancestors():
        tag = above.tag
        if tag.endswith("}Fallback"):
            return "copy"
        if tag in (W + "moveFrom", W + "del"):
            return "deleted" if tag == W + "del" else "copy"
        if tag == W + "rt":
            return "reading aid"
        if is_placeholder(above):
            return "placeholder"
    return unseen_reason(node.getparent()) if node.tag != M + "t" else ""


def _paragraph_of(node: Any) -> Any:
    return next((above for above in node.iterancestors() if above.tag == W + "p"), None)


def unseen_in(*roots: Any) -> Iterator[Exclusion]:
    """Yield what is in some parts and is not shown: struck out, deleted, hidden, or only to be filled in."""
    for root in roots:
        texts = root.iter(W + "t", W + "delText") if root is not None else ()
        reasons = ((_why_unseen(node) or ("deleted" if node.tag == W + "delText" else ""), node) for node in texts)
        for (reason, _), nodes in groupby(reasons, key=lambda pair: (pair[0], _paragraph_of(pair[1]))):
            text = "".join(node.text or "" for _, node in nodes)
            if reason not in ("", "copy") and text.strip():
                yield Exclusion(" ".join(text.split()), reason)
        for art in root.iter(_VML + "textpath") if root is not None else ():
            if text := (art.get("string") or "").strip():
                yield Exclusion(text, "watermark or word art")
        for picture in root.iter(_DRAWING + "docPr") if root is not None else ():
            if text := " ".join((picture.get("descr") or "").split()):
                yield Exclusion(text, "description of a picture")


def furniture_of(archive: Archive) -> Iterator[Exclusion]:
    """Yield the texts of parts beside the body: headers, footers, comments, building blocks; embedded files by name.

    Without the running heads that `statements_of` gives.
    """
    told = set(statements_of(archive))
    for part in archive.names:
        if embedded := _EMBEDDED.fullmatch(part):
            yield Exclusion(embedded.group(1), "embedded file that is not read")
        match = _PART.fullmatch(part)
        root = archive.xml(part) if match else None
        if match is None or root is None:
            continue
        texts = [read_runs(paragraph, {}).text for paragraph in root.iter(W + "p")]
        text = " ".join(" ".join(texts).split())
        if text and text not in told:
            yield Exclusion(text, _PARTS[match.group(1)])


def statements_of(archive: Archive) -> Iterator[str]:
    """Yield the running heads and feet that say something of the document with a date: `Confidential until 5 May 2022`.

    They stand on each page and nowhere in the text, so that a reader who quotes them has no other place to point at.
    """
    seen = set()
    for part in archive.names:
        match = _PART.fullmatch(part)
        root = archive.xml(part) if match and match.group(1) in ("header", "footer") else None
        texts = [read_runs(paragraph, {}).text for paragraph in root.iter(W + "p")] if root is not None else []
        text = " ".join(" ".join(texts).split())
        if text not in seen and _STATEMENT.search(text):
            seen.add(text)
            yield text
