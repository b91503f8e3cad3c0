"""Walk through HTML without building a tree, so that no depth of nesting can hurt."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNSEEN = frozenset("script style template noscript head svg math-ml iframe object audio video canvas datalist".split())
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table "
    "tbody tfoot thead tr td th caption ul".split()
)
TABLE_PARTS = frozenset("tr td th table caption thead tbody tfoot".split())
_CLOSED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tbody": frozenset({"tr", "td", "th", "thead", "tbody"}),
    "tfoot": frozenset({"tr", "td", "th", "tbody"}),
}
_SCOPES = {
    "li": frozenset({"ol", "ul", "menu", "dir"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "tr": frozenset({"table"}),
    "td": frozenset({"table", "tr"}),
    "th": frozenset({"table", "tr"}),
    "tbody": frozenset({"table"}),
    "tfoot": frozenset({"table"}),
}
_NO_WORDS = "no words"
"""What is said of elements that hold a program's words, such as scripts."""
STRUCK = frozenset({"del", "s", "strike"})
"""Elements whose words are struck out."""
_STRUCK_STYLE = re.compile(r"text-decoration[^;:]*:[^;]*line-through", re.I)
_HIDDEN_STYLE = re.compile(r"mso-hide\s*:\s*all|display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True)
class Element:
    """An open element: its name, its attributes and whether a reader sees what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    hidden: str = ""
    """Why a reader does not see what is in it; empty where they do."""

    @property
    def classes(self) -> str:
        """Return its id, class and role in one lower-case string."""
        return " ".join(self.attributes.get(name, "") for name in ("id", "class", "role")).lower()


def _why_hidden(tag: str, attributes: dict[str, str]) -> str:
    """Return why a reader does not see what is in an element, empty where they do."""
    style = attributes.get("style", "")
    if tag in UNSEEN:
        return "drawing" if tag == "svg" else _NO_WORDS
    if tag in STRUCK or _STRUCK_STYLE.search(style):
        return "struck out"
    return "hidden" if "hidden" in attributes or _HIDDEN_STYLE.search(style) else ""


def is_quotation(element: Element) -> bool:
    """Tell whether an element holds what a message quotes, as programs of mail mark it."""
    return element.tag == "blockquote" and (
        element.attributes.get("type", "").lower() == "cite" or "quote" in element.attributes.get("class", "").lower()
    )


class HtmlWalk(HTMLParser):
    """Call `opened`, `closed` and `text` in the order of the page, for visible elements only.

    The ends of elements are implied as browsers do.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[Element] = []
        self._hidden = 0

    def opened(self, element: Element) -> None:
        """Take note of an element that begins."""

    def closed(self, element: Element) -> None:
        """Take note of an element that ends."""

    def text(self, shown: str) -> None:
        """Take note of visible text."""

    def unseen(self, text: str, reason: str) -> None:
        """Take note of words that a reader does not see: hidden, struck out, within a drawing."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, after closing those that it ends."""
        attributes = {name: value or "" for name, value in attrs}
        self._imply_ends(tag)
        hides = _why_hidden(tag, attributes)
        element = Element(tag, attributes, hides)
        if tag in VOID:
            if not self._hidden and not hides:
                self.opened(element)
            return
        self.stack.append(element)
        self._hidden += bool(hides)
        if not self._hidden:
            self.opened(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close it where HTML lets it stand empty."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest open element of that name and all within it; ignore an end without a beginning."""
        depth = self._nearest(tag)
        if depth >= 0:
            self._close_to(depth)

    def handle_data(self, data: str) -> None:
        """Pass visible text on."""
        if not self._hidden:
            self.text(data)
        elif data.strip():
            reasons = [element.hidden for element in self.stack if element.hidden]
            if _NO_WORDS not in reasons:
                self.unseen(data, reasons[0])

    def finish(self) -> None:
        """Close what is still open at the end of the page."""
        self.close()
        self._close_to(0)

    def _nearest(self, tag: str, limit: int = 400) -> int:
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - 1 - limit), -1):
            if self.stack[depth].tag == tag:
                return depth
        return -1

    def _close_to(self, depth: int) -> None:
        while len(self.stack) > depth:
            element = self.stack.pop()
            visible = not self._hidden
            self._hidden -= bool(element.hidden)
            if visible:
                self.closed(element)

    def _imply_ends(self, tag: str) -> None:
        if tag in BLOCKS and self.stack and self.stack[-1].tag == "p":
            self._close_to(len(self.stack) - 1)
        ends = _CLOSED_BY.get(tag)
        if not ends:
            return
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - 60), -1):
            open_tag = self.stack[depth].tag
            if open_tag in _SCOPES[tag] and open_tag not in ends:
                return
            if open_tag in ends and not (tag in ("td", "th") and open_tag == "tr"):
                self._close_to(depth)
                if tag not in ("tr", "tbody", "tfoot"):
                    return
