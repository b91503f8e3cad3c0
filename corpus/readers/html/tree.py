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
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True)
class Element:
    """An open element: its name, its attributes and whether a reader sees what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    hidden: bool = False

    @property
    def classes(self) -> str:
        """Return its id, class and role in one lower-case string."""
        return " ".join(self.attributes.get(name, "") for name in ("id", "class", "role")).lower()


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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, after closing those that it ends."""
        attributes = {name: value or "" for name, value in attrs}
        self._imply_ends(tag)
        hides = tag in UNSEEN or "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
        element = Element(tag, attributes, hides)
        if tag in VOID:
            if not self._hidden and not hides:
                self.opened(element)
            return
        self.stack.append(element)
        self._hidden += hides
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
            self._hidden -= element.hidden
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


class VisibleText(HtmlWalk):
    """Collect all visible text of a page, for the audit."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def text(self, shown: str) -> None:
        """Keep the text."""
        if shown.strip():
            self.pieces.append(shown)
