"""Part RTF into control words, groups and text, passing over binary content."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.S
)
_CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


class Token(NamedTuple):
    """A piece of RTF: exactly one of its parts says what it is."""

    word: str = ""
    """A control word without its backslash."""
    number: int | None = None
    """The number that stands after the word."""
    text: bytes = b""
    """Bytes in the code page of the font, of a text or of an escape such as `\\'e9`."""
    sign: str = ""
    """`{` or `}`, or what follows a backslash: `~`, `_`, `*`, …"""


def tokens(source: bytes) -> Iterator[Token]:
    """Yield the pieces of an RTF file in order; the bytes after `\\binN` are passed over."""
    position = 0
    while match := _TOKEN.match(source, position):
        position = match.end()
        word, number, escaped, symbol, brace, text = match.groups()
        if word is not None:
            count = int(number) if number else None
            if word == b"bin":
                position += max(0, count or 0)
            yield Token(word=word.decode("ascii"), number=count)
        elif escaped is not None:
            yield Token(text=bytes.fromhex(escaped.decode("ascii")))
        elif text is not None:
            yield Token(text=text)
        elif symbol is not None or brace is not None:
            sign = (symbol or brace or b"").decode("latin-1")
            yield Token(sign=sign if brace or sign not in "{}\\" else f"\\{sign}")


def code_page(charset: int) -> str:
    """Return the encoding of a font's character set."""
    return _CODE_PAGES.get(charset, "cp1252")


def stated_code_page(number: int | None) -> str:
    """Return the encoding that `\\ansicpgN` states, Windows-1252 for one that is not known."""
    try:
        b"".decode(f"cp{number}")
    except LookupError:
        return "utf-8" if number == 65001 else "cp1252"
    return f"cp{number}"
