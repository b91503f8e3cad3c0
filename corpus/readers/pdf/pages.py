"""Open a PDF and read its pages one by one, those that are pictures too where that is possible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.block import Attached
from corpus.errors import NoText, SourceLimit, UnreadableSource
from corpus.paragraph import Exclusion
from corpus.readers.pdf.annotations import annotations_of, take_in
from corpus.readers.pdf.chars import PageText, read_page
from corpus.readers.pdf.ocr import INSTALL, can_recognise, recognise

MAX_PAGES = 20_000


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one PDF, and remarks on those without text."""

    pages: list[PageText]
    remarks: tuple[Exclusion, ...] = ()
    attached: tuple[Attached, ...] = ()


def read_pages(source: bytes, name: str) -> Pages:
    """Return the pages of a PDF.

    Raises `UnreadableSource` for a damaged or locked file, `SourceLimit` for one of too many pages and `NoText` for one
    whose pages are pictures that are not, or cannot be, recognised.
    """
    document = _opened(source, name)
    try:
        if document.get_formtype():
            document.init_forms()
        _check_count(len(document), name)
        attached = list(_attached(document))
        pages = [_page(document, index) for index in range(len(document))]
        empty = [page.number for page in pages if not page.raw.strip()]
        recognised: list[int] = []
        if empty and can_recognise():
            for page in recognise(document, empty, len(pages)):
                pages[page.number - 1] = page
            recognised = [number for number in empty if pages[number - 1].raw]
    finally:
        document.close()
    if len(empty) == len(pages) and not recognised and not attached:
        raise NoText(_no_text(name, len(pages)))
    remarks = _remarks([number for number in empty if number not in set(recognised)], recognised)
    return Pages(pages, tuple(remarks), tuple(attached))


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
        annotations = annotations_of(document, page)
        if annotations.drawn:
            page = _with_drawn(document, page, index)
        text = read_page(page, index + 1)
        take_in(text, annotations)
        return text
    except pypdfium2.PdfiumError:
        return PageText(index + 1, 612.0, 792.0)
    finally:
        page.close()


def _with_drawn(document: Any, page: Any, index: int) -> Any:
    """Return the page anew with what its annotations draw made part of its content."""
    import pypdfium2.raw as raw

    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


def _attached(document: Any) -> Iterator[Attached]:
    """Yield the files that a document carries; one that cannot be taken out is empty."""
    import pypdfium2

    for index in range(document.count_attachments()):
        attachment = document.get_attachment(index)
        try:
            yield Attached(attachment.get_name(), bytes(attachment.get_data()))
        except pypdfium2.PdfiumError:
            yield Attached(attachment.get_name(), b"")


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
