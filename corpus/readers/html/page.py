"""Gather the blocks of a web page, and the furniture of its site, while walking through it."""

import re
from dataclasses import dataclass, field

from corpus.block import Block, Role
from corpus.paragraph import Exclusion
from corpus.readers.html.lists import CountedList, new_list
from corpus.readers.html.tree import BLOCKS, Element, HtmlWalk
from corpus.text.numerals import raised

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "select", "menu", "search", "dialog"})
_FURNITURE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|cookie\w*|footer|banner|share|sharing|social|skip\w*|"
    r"search|newsletter|subscribe|related|pagination|toolbar|advert\w*|widget|login)(?:$|[\s_-])"
)
_NOTE_ID = re.compile(r"^(?:fn|ftn|footnote|note|endnote|_ftn)[-_:]?(\w{1,6})$", re.I)
_NOTE_CALL = re.compile(r"^#(?:fn|ftn|footnote|note|endnote|_ftn)[-_:]?(\w{1,6})$", re.I)
_MARK_START = re.compile(r"^\s*(?:\[?(\d{1,3}|\*{1,3})\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[.)]?\s+")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_ENTRY_CLASS = re.compile(r"footnotes?\b|endnotes?\b")


@dataclass(slots=True)
class _Row:
    cells: list[str] = field(default_factory=list)
    heads: int = 0
    table: int = 0


class ArticlePage(HtmlWalk):
    """Gather the blocks of a page while walking through it."""

    def __init__(self, article: bool) -> None:
        super().__init__()
        self.article = article
        self.blocks: list[Block] = []
        self.exclusions: list[Exclusion] = []
        self.language = ""
        self._text: list[str] = []
        self._furniture = 0
        self._inside = 0
        self._lists: list[CountedList] = []
        self._mark = ""
        self._role: Role = "text"
        self._level = 0.0
        self._rows: list[_Row] = []
        self._tables = 0
        self._header_rows = 0
        self._bold = self._letters = self._bold_letters = 0
        self._sup = self._pre = 0
        self._note = ""
        self._in_notes = 0
        self._calls: list[str] = []
        self._call = ""

    def opened(self, element: Element) -> None:
        """Begin a block where the element is one, and take note of what it says."""
        tag = element.tag
        self.language = self.language or (element.attributes.get("lang", "") if tag == "html" else "")
        in_cell = bool(self._rows) and tag not in ("tr", "td", "th", "table", "caption", "thead", "tbody", "tfoot")
        if tag == "br":
            self._text.append("\n")
        elif tag in BLOCKS and not (in_cell and tag != "table"):
            self.flush()
        elif tag in BLOCKS or tag == "br":
            self._text.append(" ")
        self._furniture += self._is_furniture(element)
        self._inside += tag in ("article", "main") or element.attributes.get("role") == "main"
        self._in_notes += bool(_ENTRY_CLASS.search(element.classes)) and tag in BLOCKS
        self._open_block(element)
        self._open_inline(element)

    def _open_block(self, element: Element) -> None:
        tag = element.tag
        if tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(new_list(element))
        elif tag == "li":
            self._open_item(element)
        elif re.fullmatch(r"h[1-6]", tag) and not self._rows:
            self._role, self._level = "heading", float(tag[1])
        elif tag in ("caption", "figcaption"):
            self._role = "caption"
        elif tag == "table":
            self._tables += 1
        elif tag == "tr":
            self._rows.append(_Row(table=self._tables))
        elif tag in ("td", "th") and self._rows:
            self._text = []
            self._rows[-1].heads += tag == "th"
        match = _NOTE_ID.match(element.attributes.get("id", ""))
        if match and tag in ("li", "p", "div", "dd", "aside"):
            self._note = match.group(1)

    def _open_item(self, element: Element) -> None:
        if not self._lists:
            self._lists.append(CountedList("", 0))
        top = self._lists[-1]
        value = element.attributes.get("value", "")
        top.value = int(value) if value.lstrip("-").isdigit() else top.value + top.step
        kind = element.attributes.get("type", "")
        if kind in tuple("1aAiI"):
            top.kind = kind
        if not self._rows:
            self._mark, self._level, self._role = top.mark(), float(len(self._lists)), "item"
        else:
            self._text.append(f" {top.mark()} ")

    def _open_inline(self, element: Element) -> None:
        tag = element.tag
        self._bold += tag in ("b", "strong", "th")
        self._sup += tag == "sup"
        self._pre += tag == "pre"
        if tag == "a" and (match := _NOTE_CALL.match(element.attributes.get("href", ""))):
            self._call = match.group(1)

    def closed(self, element: Element) -> None:
        """End a block where the element is one."""
        tag = element.tag
        if tag in ("td", "th") and self._rows:
            self._close_cell(element)
        elif tag == "tr" and self._rows:
            self._close_row()
        elif tag in BLOCKS and not self._rows:
            self.flush()
        elif tag in BLOCKS:
            self._text.append(" ")
        if tag in ("ol", "ul", "menu", "dir") and self._lists:
            self._lists.pop()
        self._furniture -= self._is_furniture(element)
        self._inside -= tag in ("article", "main") or element.attributes.get("role") == "main"
        self._in_notes -= bool(_ENTRY_CLASS.search(element.classes)) and tag in BLOCKS
        self._bold -= tag in ("b", "strong", "th")
        self._sup -= tag == "sup"
        self._pre -= tag == "pre"
        if tag == "a":
            self._call = ""
        if tag in ("li", "p", "div", "dd", "aside"):
            self._note = "" if _NOTE_ID.match(element.attributes.get("id", "")) else self._note

    def text(self, shown: str) -> None:
        """Add visible text to the block that is open."""
        if self._call and (self._sup or re.fullmatch(r"\s*\[?[\d*]{1,4}\]?\s*", shown)) and not self._note:
            mark = shown.strip().strip("[]")
            if mark:
                self._calls.append(mark)
                return
        count = sum(map(str.isalnum, shown))
        self._letters += count
        self._bold_letters += count if self._bold else 0
        spaced = shown.replace("\n", "\n") if self._pre else _BLANKS.sub(" ", shown)
        self._text.append(raised(spaced) if self._sup else spaced)

    def _is_furniture(self, element: Element) -> bool:
        if element.tag in ("html", "body", "main", "article"):
            return False
        words = element.classes
        in_header = element.tag == "header" and not self._inside
        return (
            element.tag in _FURNITURE_TAGS
            or in_header
            or bool(element.tag in BLOCKS and words and _FURNITURE_WORDS.search(words))
        )

    def _taken(self) -> str:
        text = "".join(self._text)
        self._text = []
        return text

    def flush(self) -> None:
        """End the block that is open, as a block or, outside the article, as an exclusion."""
        if self._rows:
            return
        text = self._taken()
        shown = (
            text.strip()
            if self._pre
            else "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n")).strip()
        )
        if not shown:
            return
        outside = self.article and not self._inside
        if self._furniture or outside:
            self.exclusions.append(
                Exclusion(" ".join(shown.split()), "site menu" if self._furniture else "outside the article")
            )
        else:
            self._emit(shown)
        self._mark, self._role, self._level = "", "text", 0.0
        self._letters = self._bold_letters = 0
        self._calls = []

    def _emit(self, shown: str) -> None:
        note = self._note or (self._mark.rstrip(".") if self._in_notes and self._mark and self._mark != "•" else "")
        if note:
            match = _MARK_START.match(shown)
            mark = next((group for group in match.groups() if group), note) if match and match.group(1) else note
            body = shown[match.end() :] if match else shown
            self.blocks.append(Block(" ".join(body.replace("↩", "").split()), role="note", note=mark))
            return
        bold = self._letters > 0 and self._bold_letters == self._letters
        parts = [part for part in re.split(r"\n\s*\n", shown) if part.strip()] if not self._pre else [shown]
        for rank, part in enumerate(parts):
            self.blocks.append(
                Block(
                    part.strip(),
                    role=self._role if rank == 0 else "text",
                    mark=self._mark if rank == 0 else "",
                    level=self._level if rank == 0 else 0.0,
                    bold=bold,
                    calls=tuple(self._calls) if rank == len(parts) - 1 else (),
                )
            )

    def _close_cell(self, element: Element) -> None:
        row = self._rows[-1]
        row.cells.append(" ".join(self._taken().split()))
        span = element.attributes.get("colspan", "")
        row.cells += [""] * (min(int(span), 63) - 1 if span.isdigit() and int(span) > 1 else 0)

    def _close_row(self) -> None:
        row = self._rows.pop()
        stray = " ".join(self._taken().split())
        if self._rows:
            self._text.append(" ".join(cell for cell in row.cells if cell) + " ")
            return
        if stray:
            row.cells.append(stray)
        filled = [cell for cell in row.cells if cell]
        if not filled:
            return
        text = "\t".join(row.cells)
        if self._furniture or (self.article and not self._inside):
            self.exclusions.append(Exclusion(" ".join(filled), "site menu"))
        elif len(row.cells) == 1:
            self.blocks.append(Block(filled[0], calls=tuple(self._calls)))
        else:
            header = row.heads == len(row.cells) and row.heads > 1
            self.blocks.append(
                Block(
                    text, role="row", cells=tuple(row.cells), table=row.table, header=header, calls=tuple(self._calls)
                )
            )
        self._letters = self._bold_letters = 0
        self._mark, self._role, self._level, self._calls = "", "text", 0.0, []
