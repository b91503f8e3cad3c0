"""Whether what a page points at is there: files and anchors of the repository; of other addresses, their form."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from tools.docs.pages import HOME, REPOSITORY, Page

_OUTSIDE = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(/\S*)?")
_EMAIL = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[a-z]+")


def broken_links(page: Page, pages: Mapping[str, Page]) -> Iterator[str]:
    """Yield a sentence for each link of a page that leads nowhere; `pages` are all there are, by their paths."""
    for link in page.links:
        fault = _fault(link.target, page, pages)
        if fault:
            yield f"{page.path}:{link.line}: the link to {link.target} {fault}"


def pages_not_reached(pages: Mapping[str, Page]) -> Iterator[str]:
    """Yield a sentence for each page of `docs` that cannot be reached by links from its home."""
    reached, waiting = {HOME}, [HOME]
    while waiting:
        page = pages[waiting.pop()]
        found = {path for link in page.links if (path := linked_path(page, link.target)) in pages}
        waiting += sorted(found - reached)
        reached |= found
    for path in sorted(pages.keys() - reached):
        if path.startswith("docs/"):
            yield f"{path}: no link leads here from {HOME}"


def linked_path(page: Page, target: str) -> str:
    """Return the path, from the repository, that a link names; empty for one that leads out of it."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return ""
    path = unquote(parts.path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path


def _fault(target: str, page: Page, pages: Mapping[str, Page]) -> str:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        well = _OUTSIDE.fullmatch(target) or _EMAIL.fullmatch(target)
        return "" if well else "is no address that starts with https:// or mailto:"
    path = linked_path(page, target)
    if path not in pages and (path.startswith(("..", "/")) or not (REPOSITORY / path).exists()):
        return "names no file of the repository"
    if parts.fragment and (path not in pages or unquote(parts.fragment) not in pages[path].anchors):
        return f"names no heading of {path}"
    return ""
