"""Find the symbol of a document, and tell which symbols name it."""

import re

from corpus.metadata.found import NOTHING, Found
from corpus.metadata.front_page import FrontPage

SYMBOL = re.compile(
    r"[A-Z]{1,10}(?:[-.][A-Z0-9]{1,6})*(?:/[A-Z0-9][\w.\-]*(?:\s?\((?:\d{4}|Sect\.\s?\w+|Part\s\w+|[IVXL]+)\))?){1,7}"
    r"(?:/(?:Rev|Add|Corr|Amend|Part\s)\.?\s?[\w.]+)*(?:\s\((?:\d{4}|Part\s\w+)\))?"
)
_LABELLED = re.compile(
    r"(?:document|reference|report|file|circular|ref)\.?(?: (?:number|no\.?|symbol|code|id))?\s*[:#]\s*"
    r"(?P<symbol>[A-Z][A-Z0-9]{0,9}(?:[-/.][A-Za-z0-9]+){1,6})",
    re.I,
)
"""`Reference Number: AR-16-20173`, `Document symbol: ECE/TRANS/2021/3`."""
_SERIAL = re.compile(r"[A-Z]{1,5}-(?:\d{2}|\d{4})-\d{1,5}")
"""`M-15-14`, alone on a line of a memorandum."""
_JOINT = re.compile(r"(?<=[\w)])\s?[-–—−−;,&]\s?(?=[A-Z]{1,5}[/.])")
"""Between the symbols of a document of two organs: `A/79/917–S/2025/332`."""
_DASHES = re.compile(r"[‐‑‒–—−]")


def find_symbol(page: FrontPage) -> Found:
    """Return a symbol that stands alone on a line of the cover or is labelled there, else one in the running head."""
    for line in [*page.lines, *page.heads]:
        bare = line.strip(" *")
        if is_symbol(bare):
            return Found(bare, "cover" if line in page.lines else "running head")
    for line in page.lines:
        labelled = _LABELLED.fullmatch(line.strip(" *"))
        if labelled and any(map(str.isdigit, labelled["symbol"])):
            return Found(labelled["symbol"], "cover")
    for head in page.heads:
        match = re.search(rf"(?:^|United Nations\s+)({SYMBOL.pattern})", head)
        if match and any(map(str.isdigit, match.group(1))):
            return Found(match.group(1), "running head")
    return NOTHING


def is_symbol(text: str) -> bool:
    """Tell whether a text is one symbol, or the joint ones of a document of two organs."""
    parts = symbols_in(text)
    joint = bool(parts) and all(SYMBOL.fullmatch(part) and any(map(str.isdigit, part)) for part in parts)
    return joint or _SERIAL.fullmatch(text) is not None


def symbols_in(symbol: str) -> tuple[str, ...]:
    """Return each symbol that names a document: `A/79/917–S/2025/332` is `A/79/917` and `S/2025/332`."""
    return tuple(part.strip() for part in _JOINT.split(symbol) if part.strip())


def is_named_by(symbol: str, said: str) -> bool:
    """Tell whether what somebody writes is a document's symbol, whole or one of its parts; spelling does not matter."""
    wanted = plain_symbol(said)
    return bool(wanted) and wanted in {plain_symbol(symbol), *map(plain_symbol, symbols_in(symbol))}


def plain_symbol(symbol: str) -> str:
    """Set a symbol in one spelling: no blanks, small letters, one sign for every dash."""
    return _DASHES.sub("-", re.sub(r"\s+", "", symbol)).lower()
