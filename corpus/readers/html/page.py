"""Gather the blocks of a web page, and the furniture of its site, while walking through it."""

import re

from corpus.block import Block, Role
from corpus.paragraph import Exclusion
from corpus.readers.html.furniture import is_furniture
from corpus.readers.html.lists import CountedList, new_list
from corpus.readers.html.rows import TableRows
from corpus.readers.html.terms import Terms
from corpus.readers.html.tree import BLOCKS, TABLE_PARTS, Element, HtmlWalk, is_quotation
from corpus.readers.table_grid import Cell
from corpus.text.numerals import raised

_NOTE_ID = re.compile(r"^(?:fn|ftn|footnote|note|endnote|_ftn)[-_:]?(\w{1,6})$", re.I)
_NOTE_CALL = re.compile(r"^#(?:fn|ftn|footnote|note|endnote|_ftn)[-_:]?(\w{1,6})$", re.I)
_MARK_START = re.compile(r"^\s*(?:\[?(\d{1,3}|\*{1,3})\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[.)]?\s+")
_SHOWN_INPUTS = frozenset("text email number date tel url datetime-local month time week".split())
"""Fields of a form whose value is shown."""
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_ENTRY_CLASS = re.compile(r"footnotes?\b|endnotes?\b")


class ArticlePage(HtmlWalk):
    """Gather the blocks of a page while walking through it."""

    def __init__(self, article: bool, is_form: bool = False, layout: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self.article = article
        self._is_form = is_form
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
        self._tables = TableRows(layout)
        self._terms = Terms()
        self._quoted = 0
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
        in_cell = bool(self._tables.rows) and tag not in TABLE_PARTS
        if tag == "br":
            self._text.append("\n")
            self._terms.first_line = self._terms.first_line or (self._letters, self._bold_letters)
        elif tag in BLOCKS and not (in_cell and tag != "table"):
            self.flush()
        elif tag in BLOCKS or tag == "br":
            self._text.append(" ")
        self._furniture += self._is_furniture(element)
        self._inside += tag in ("article", "main") or element.attributes.get("role") == "main"
        self._in_notes += bool(_ENTRY_CLASS.search(element.classes)) and tag in BLOCKS
        self._quoted += is_quotation(element)
        self._open_block(element)
        self._open_inline(element)

    def _open_block(self, element: Element) -> None:
        tag = element.tag
        if tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(new_list(element))
        elif tag == "li":
            self._open_item(element)
        elif re.fullmatch(r"h[1-6]", tag) and not self._tables.rows:
            self._role, self._level = "heading", float(tag[1])
        elif tag in ("caption", "figcaption"):
            self._role = "caption"
        elif tag in ("td", "th") and self._tables.rows:
            self._text = []
        elif tag == "dd":
            self._terms.depth += 1
        self._tables.opened(element)
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
        if not self._tables.rows:
            self._mark, self._level, self._role = top.mark(), float(len(self._lists)), "item"
        else:
            self._text.append(f" {top.mark()} ")

    def _open_inline(self, element: Element) -> None:
        tag = element.tag
        if tag == "img" and (described := element.attributes.get("alt", "").strip()):
            self.unseen(described, "description of a picture")
        elif tag == "input" and element.attributes.get("type", "text").lower() in _SHOWN_INPUTS:
            self._text.append(f" {element.attributes.get('value', '')} ")
        self._bold += tag in ("b", "strong", "th")
        self._sup += tag == "sup"
        self._pre += tag == "pre"
        if tag == "a" and (match := _NOTE_CALL.match(element.attributes.get("href", ""))):
            self._call = match.group(1)

    def closed(self, element: Element) -> None:
        """End a block where the element is one."""
        tag = element.tag
        self._tables.closed(element)
        if tag in ("td", "th") and self._tables.rows:
            self._tables.rows[-1].add(element, " ".join(self._taken().split()))
        elif tag == "tr" and self._tables.rows:
            self._close_row()
        elif tag == "dt" and not self._tables.rows:
            self._close_term()
        elif tag in BLOCKS and not self._tables.rows:
            self.flush()
        elif tag in BLOCKS:
            self._text.append(" ")
        if tag in ("dd", "dl") and not self._tables.rows:
            self._terms.depth -= tag == "dd"
            self.blocks += map(Block, self._terms.taken())
        if tag in ("ol", "ul", "menu", "dir") and self._lists:
            self._lists.pop()
        self._furniture -= self._is_furniture(element)
        self._quoted -= is_quotation(element)
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
        spaced = shown if self._pre else _BLANKS.sub(" ", shown)
        self._text.append(raised(spaced) if self._sup else spaced)

    def unseen(self, text: str, reason: str) -> None:
        """List words that a reader does not see."""
        self.exclusions.append(Exclusion(" ".join(text.split()), reason))

    def _is_furniture(self, element: Element) -> bool:
        return is_furniture(element, inside=self._inside > 0, is_form=self._is_form)

    def _taken(self) -> str:
        text = "".join(self._text)
        self._text = []
        return text

    def flush(self) -> None:
        """End the block that is open, as a block or, outside the article, as an exclusion."""
        if self._tables.rows:
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
        self._forget()

    def _emit(self, shown: str) -> None:
        note = self._note or (self._mark.rstrip(".") if self._in_notes and self._mark and self._mark != "•" else "")
        if note:
            match = _MARK_START.match(shown)
            mark = next((group for group in match.groups() if group), note) if match and match.group(1) else note
            body = shown[match.end() :] if match else shown
            self.blocks.append(Block(" ".join(body.replace("↩", "").split()), role="note", note=mark))
            return
        if labelled := self._terms.labelled(shown, self._bold_letters, is_text=self._role == "text"):
            table = self._tables.new_table()
            calls = tuple(self._calls)
            self.blocks.append(Block(labelled, role="row", cells=(labelled,), table=table, calls=calls))
            return
        self.blocks += map(Block, self._terms.taken())
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
                    quoted=self._quoted,
                    calls=tuple(self._calls) if rank == len(parts) - 1 else (),
                )
            )

    def _close_row(self) -> None:
        row = self._tables.rows.pop()
        stray = " ".join(self._taken().split())
        if self._tables.rows:
            self._text.append(" ".join(row.filled) + " ")
            return
        if stray:
            row.cells.append(Cell(stray))
            row.heads.append(False)
        block = self._tables.block(row, tuple(self._calls))
        if self._furniture or (self.article and not self._inside):
            self.exclusions += [Exclusion(" ".join(row.filled), "site menu")] if row.filled else []
        elif row.filled:
            self.blocks.append(block)
        self._forget()

    def _forget(self) -> None:
        """Begin anew after a block."""
        self._letters = self._bold_letters = 0
        self._mark, self._role, self._level, self._calls, self._terms.first_line = "", "text", 0.0, [], None

    def _close_term(self) -> None:
        """Keep the words that a definition follows, to tell them before it."""
        term = " ".join(self._taken().split())
        if term and (self._furniture or (self.article and not self._inside)):
            self.exclusions.append(Exclusion(term, "site menu"))
        elif term:
            self._terms.waiting.append(term)
        self._forget()
