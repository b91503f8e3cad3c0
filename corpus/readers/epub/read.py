"""Read books in EPUB: each chapter as a web page, in the order of the spine."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from corpus.block import Block, SourceContent
from corpus.errors import UnreadableSource
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.reading import read_as

_CONTAINER = "META-INF/container.xml"
_PAGES = (".xhtml", ".html", ".htm")
_DC = "{http://purl.org/dc/elements/1.1/}"


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of a book; chapters that its list names and that are missing are listed."""
    archive = Archive(source, name)
    package_name = _package_name(archive)
    package = archive.xml(package_name) if package_name else None
    chapters = list(_spine(package, package_name)) if package is not None else []
    chapters = chapters or [part for part in archive.names if part.lower().endswith(_PAGES)]
    if not chapters:
        raise UnreadableSource(f"'{name}' holds no chapters; fetch or save it again, then try once more")
    _refuse_locked(archive, chapters)
    title = " ".join((package.findtext(f".//{_DC}title") or "").split()) if package is not None else ""
    blocks: list[Block] = [Block(title, role="heading", level=1)] if title else []
    visible: list[str] = [title]
    exclusions: list[Exclusion] = []
    tables = 0
    for part in dict.fromkeys(chapters):
        content = archive.read(part)
        if not content:
            exclusions.append(Exclusion(part, "chapter that is missing"))
            continue
        chapter = read_as("html", content, name)
        placed = [_placed(block, tables, below=bool(title)) for block in chapter.blocks]
        tables = max([tables, *(block.table for block in placed)])
        blocks += placed
        visible += chapter.visible
        exclusions += chapter.exclusions
    rest = [part for part in archive.names if part.lower().endswith(_PAGES) and part not in chapters]
    exclusions += (Exclusion(part, "page that is not of the chapters") for part in rest)
    return SourceContent(tuple(blocks), tuple(visible), tuple(exclusions), _metadata(package))


def _placed(block: Block, tables: int, *, below: bool) -> Block:
    """Return a block of a chapter as one of the book: its headings below the title, its tables counted on."""
    if block.role == "heading" and below and block.level:
        return replace(block, level=block.level + 1)
    return replace(block, table=block.table + tables) if block.table else block


def _package_name(archive: Archive) -> str:
    container = archive.xml(_CONTAINER)
    for node in container.iter() if container is not None else ():
        if str(node.tag).endswith("rootfile") and node.get("full-path"):
            return str(node.get("full-path"))
    return next((part for part in archive.names if part.lower().endswith(".opf")), "")


def _spine(package: Any, package_name: str) -> Iterator[str]:
    """Yield the parts of the chapters in order."""
    folder = posixpath.dirname(package_name)
    items = {node.get("id"): node for node in package.iter() if _is(node, "item")}
    for node in package.iter():
        item = items.get(node.get("idref")) if _is(node, "itemref") else None
        if item is not None and "html" in (item.get("media-type") or "html"):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _is(node: Any, name: str) -> bool:
    return isinstance(node.tag, str) and node.tag.rpartition("}")[2] == name


def _refuse_locked(archive: Archive, chapters: list[str]) -> None:
    locks = archive.xml("META-INF/encryption.xml")
    locked = {node.get("URI") for node in locks.iter() if _is(node, "CipherReference")} if locks is not None else set()
    if locked.intersection(chapters):
        raise UnreadableSource(
            f"'{archive.name}' is locked by its publisher, so that only certain programs read it; "
            "it can be read here only without the lock"
        )


def _metadata(package: Any) -> dict[str, str]:
    if package is None:
        return {}
    language = (package.findtext(f".//{_DC}language") or "")[:2].lower()
    return {"language": language} if language.isalpha() else {}
