"""Follow the groups of RTF and give its characters, with what is said of them: hidden, struck out, of a note."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.readers.rtf.tokens import Token, code_page, stated_code_page, tokens

_SIGNS = {
    "line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "lbr": "\n",
    "~": "\u00a0", "_": "-", "-": "\u00ad", "\\{": "{", "\\}": "}", "\\\\": "\\",
}  # fmt: skip
_UNSEEN = frozenset(
    "colortbl info pict object objdata fldinst datafield themedata colorschememapping latentstyles listtable "
    "listoverridetable revtbl rsidtbl generator xmlnstbl filetbl template userprops operator author xe tc bkmkstart "
    "bkmkend nonesttables private1 datastore mmathPr pgdsctbl fonttbl stylesheet ftnsep ftnsepc aftnsep aftnsepc "
    "pnseclvl htmltag mhtmltag sp sn atrfstart atrfend atnref upr".split()
)
"""Groups that are not shown; those marked by `\\*` whose name is not known are not shown either."""
_SHOWN = frozenset("shptxt shpinst shprslt result listtext pntext footnote annotation header footer ud".split())
_PARTS = {
    "header": "running head", "headerl": "running head", "headerr": "running head", "headerf": "running head",
    "footer": "running foot", "footerl": "running foot", "footerr": "running foot", "footerf": "running foot",
    "annotation": "comment", "footnote": "note", "listtext": "mark", "pntext": "mark",
}  # fmt: skip
_ENDS = frozenset("par sect page cell row nestcell nestrow".split())
MAX_GROUPS = 20_000


@dataclass(frozen=True, slots=True)
class Look:
    """What holds for the characters of a group."""

    shown: bool = True
    part: str = ""
    """`note`, `mark`, `running head`, `comment`; empty for the text itself."""
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    bold: bool = False
    raised: bool = False
    skipped_after: int = 1
    """How many characters of a fallback follow each `\\u`."""
    font: int = 0
    html_only: bool = False
    opening: bool = True
    """No word of the group has been read yet."""
    optional: bool = False
    """The group is marked by `\\*`."""


@dataclass(frozen=True, slots=True)
class Event:
    """Characters with their look, or a control word that says something of paragraphs and cells."""

    look: Look
    text: str = ""
    word: str = ""
    number: int | None = None


@dataclass(slots=True)
class RtfText:
    """Read the characters of one file."""

    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    _look: Look = field(default_factory=Look)
    _stack: list[Look] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _skip: int = 0
    _high: int = 0

    def events(self, source: bytes) -> Iterator[Event]:
        """Yield characters and control words in order; bytes are decoded in the code page of their font."""
        for token in tokens(source):
            if token.text:
                self._add_bytes(token.text)
                continue
            yield from self._flush()
            if token.sign in ("{", "}"):
                yield from self._group(token.sign)
            elif token.sign == "*":
                self._look = replace(self._look, optional=True)
            elif token.sign in ("\n", "\r"):
                yield Event(self._look, word="par")
            elif token.sign or token.word in _SIGNS:
                yield from self._character(_SIGNS.get(token.sign or token.word, ""))
            elif token.word:
                yield from self._word(token)
        yield from self._flush()

    def _add_bytes(self, text: bytes) -> None:
        skipped, self._skip = min(self._skip, len(text)), max(0, self._skip - len(text))
        if self._look.shown and not self._look.html_only:
            self._bytes += text[skipped:]

    def _flush(self) -> Iterator[Event]:
        if self._bytes:
            encoding = self.fonts.get(self._look.font, "") or self.encoding
            text = self._bytes.decode(encoding, "replace")
            self._bytes.clear()
            yield Event(self._look, text)

    def _character(self, text: str) -> Iterator[Event]:
        if self._skip:
            self._skip -= 1
        elif text and self._look.shown and not self._look.html_only:
            yield Event(self._look, text)

    def _group(self, sign: str) -> Iterator[Event]:
        self._skip = 0
        if sign == "{" and len(self._stack) < MAX_GROUPS:
            self._stack.append(self._look)
            self._look = replace(self._look, opening=True, optional=False)
        elif sign == "}" and self._stack:
            before, self._look = self._look, self._stack.pop()
            if before.part != self._look.part:
                yield Event(before, word="part end")

    def _word(self, token: Token) -> Iterator[Event]:
        word, number = token.word, token.number
        look, opening = self._look, self._look.opening
        if word == "u":
            yield from self._unicode(number or 0)
            return
        if word == "ansicpg":
            self.encoding = stated_code_page(number)
        elif word == "fcharset":
            self.fonts[look.font] = code_page(number or 0) if number else ""
        elif opening and (word in _UNSEEN or (look.optional and word not in _SHOWN and word not in _PARTS)):
            look = replace(look, shown=False)
        elif word in _PARTS:
            look = replace(look, part=_PARTS[word])
        else:
            look = _with(look, word, number)
        self._look = replace(look, opening=False)
        yield Event(self._look, word=word, number=number)

    def _unicode(self, number: int) -> Iterator[Event]:
        code = number % 65536
        self._skip = 0
        look = self._look
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif look.shown and not look.html_only:
            low = 0xDC00 <= code < 0xE000
            full = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00 if low and self._high else code
            yield Event(look, chr(full) if not 0xD800 <= full < 0xE000 else "\ufffd")
            self._high = 0
        self._skip = look.skipped_after


def _with(look: Look, word: str, number: int | None) -> Look:
    """Return a look after a control word that changes it."""
    on = number != 0
    match word:
        case "plain":
            return replace(look, hidden=False, struck=False, deleted=False, bold=False, raised=False)
        case "v":
            return replace(look, hidden=on)
        case "strike" | "striked":
            return replace(look, struck=on)
        case "deleted":
            return replace(look, deleted=on)
        case "b":
            return replace(look, bold=on)
        case "super":
            return replace(look, raised=on)
        case "nosupersub":
            return replace(look, raised=False)
        case "uc":
            return replace(look, skipped_after=number or 0)
        case "f":
            return replace(look, font=number or 0)
        case "htmlrtf":
            return replace(look, html_only=on)
    return look


def ends_paragraph(word: str) -> bool:
    """Tell whether a control word ends a paragraph or a cell."""
    return word in _ENDS
