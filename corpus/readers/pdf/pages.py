"""Open a PDF and read its pages one by one, those that are pictures too where that is possible."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.errors import NoText, SourceLimit, UnreadableSource
from corpus.paragraph import Exclusion
from corpus.readers.pdf.chars import PageText, read_page
from corpus.readers.pdf.ocr import INSTALL, can_recognise, recognise

MAX_PAGES = 20_000


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one PDF, and remarks on those without text."""

    pages: list[PageText]
    remarks: tuple[Exclusion, ...] = ()


def read_pages(source: bytes, name: str) -> Pages:
    """Return the pages of a PDF.

    Raises `UnreadableSource` for a damaged or locked file, `SourceLimit` for one of too many pages and `NoText` for one
    whose pages are pictures that are not, or cannot be, recognised.
    """
    document = _opened(source, name)
    try:
        _check_count(len(document), name)
        pages = [_page(document, index) for index in range(len(document))]
        empty = [page.number for page in pages if not page.raw.strip()]
        recognised: list[int] = []
        if empty and can_recognise():
            for page in recognise(document, empty, len(pages)):
                pages[page.number - 1] = page
            recognised = [number for number in empty if pages[number - 1].raw]
    finally:
        document.close()
    if len(empty) == len(pages) and not recognised:
        raise NoText(_no_text(name, len(pages)))
    return Pages(pages, tuple(_remarks([number for number in empty if number not in set(recognised)], recognised)))


def _remarks(empty: Sequence[int], recognised: Sequence[int]) -> list[Exclusion]:
    hint = "" if can_recognise() else f"; if they are scanned, install the reader of pictures: {INSTALL}"
    found = [Exclusion("", f"no text on {page_list(empty)}{hint}")] if empty else []
    return found + ([Exclusion("", f"text recognised in the picture of {page_list(recognised)}")] if recognised else [])


def _opened(source: bytes, name: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableSource(f"'{name}' is locked by a password; save it without one and try again") from error
        raise UnreadableSource(f"'{name}' is a damaged PDF; fetch or save it again, then try once more") from error


def _check_count(count: int, name: str) -> None:
    if count == 0:
        raise UnreadableSource(f"'{name}' is a PDF without pages; fetch or save it again, then try once more")
    if count > MAX_PAGES:
        raise SourceLimit(f"'{name}' has {count:,} pages, more than the {MAX_PAGES:,} that are read; split it")


def _page(document: Any, index: int) -> PageText:
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PageText(index + 1, 612.0, 792.0)
    try:
        return read_page(page, index + 1)
    except pypdfium2.PdfiumError:
        return PageText(index + 1, 612.0, 792.0)
    finally:
        page.close()


def _no_text(name: str, total: int) -> str:
    which = "its page has" if total == 1 else f"none of its {total} pages has"
    verb = "no text, only pictures" if total == 1 else "text, only pictures"
    if can_recognise():
        return f"'{name}' looks scanned: {which} {verb}, and no words were found in them; scan it more clearly"
    return f"'{name}' looks scanned: {which} {verb}; install the reader of pictures ({INSTALL}) and add it again"


def page_list(numbers: Sequence[int]) -> str:
    """Return page numbers as a person writes them: `pages 2, 5–7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs[:30])
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"
