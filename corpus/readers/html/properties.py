"""What a web page records of itself in its head."""

import re
from html import unescape
from html.parser import HTMLParser

_DATES = (
    "article:published_time",
    "dcterms.date",
    "dcterms.issued",
    "dc.date",
    "dc.date.issued",
    "citation_publication_date",
    "date",
    "pubdate",
    "datepublished",
)
_TITLES = ("og:title", "dcterms.title", "dc.title", "citation_title")
_BODIES = ("og:site_name",)
_LINKED = re.compile(r"\"datePublished\"\s?:\s?\"([\w :.,+-]{4,40})\"")
_HEAD = 200_000


def recorded(page: str) -> tuple[str, str, str]:
    """Return the title, the day of publication and the name of the site that a page's tags give."""
    head = _Head()
    head.feed(page[:_HEAD])
    linked = _LINKED.search(page[:_HEAD])
    date = head.first(_DATES) or (linked.group(1) if linked else "")
    title = head.first(_TITLES) or " ".join(unescape("".join(head.title)).split())
    return title, date, head.first(_BODIES)


class _Head(HTMLParser):
    """Gather the title and the meta tags of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self._tags: dict[str, str] = {}
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a meta tag says."""
        self._in_title = tag == "title" and not self.title
        given = {name: value or "" for name, value in attrs}
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if tag == "meta" and given.get("content"):
            self._tags.setdefault(name.lower(), " ".join(given["content"].split()))

    def handle_endtag(self, tag: str) -> None:
        """End the title."""
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        """Gather the text of the title."""
        if self._in_title:
            self.title.append(data)

    def first(self, names: tuple[str, ...]) -> str:
        """Return what the first of some tags says; empty where the page has none of them."""
        return next((self._tags[name] for name in names if name in self._tags), "")
