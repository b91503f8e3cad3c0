"""The pages as a site of plain HTML, each with the list of all pages beside it; no script, nothing from elsewhere."""

import posixpath
import shutil
from collections.abc import Mapping
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from tools.docs.links import linked_path
from tools.docs.pages import HOME, REPOSITORY, Page, anchored, parser

STYLE = "site.css"
_SHELL = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Rapporteur</title><link rel="stylesheet" href="{style}"></head>
<body><nav>{navigation}</nav><main>
{body}</main></body></html>
"""


def write_site(pages: Mapping[str, Page], folder: Path) -> None:
    """Write every page, and every other file that a page links to, into a folder that is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    navigation = _text(HOME)
    for page in pages.values():
        target = folder / _address(page.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_html(page, pages, navigation), encoding="utf-8")
        for link in page.links:
            _copy(linked_path(page, link.target), pages, folder)
    shutil.copy(Path(__file__).with_name(STYLE), folder / STYLE)


def _copy(path: str, pages: Mapping[str, Page], folder: Path) -> None:
    source, target = REPOSITORY / path, folder / path
    if path and path not in pages and source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def _html(page: Page, pages: Mapping[str, Page], navigation: str) -> str:
    home = pages[HOME]
    here = posixpath.dirname(page.path) or "."
    return _SHELL.format(
        title=escape(page.title),
        style=posixpath.relpath(STYLE, here),
        navigation=_rendered(navigation, home, pages, here),
        body=_rendered(_text(page.path), page, pages, here),
    )


def _rendered(text: str, page: Page, pages: Mapping[str, Page], here: str) -> str:
    """Return Markdown as HTML whose links lead from the folder `here` to where the site has what they name."""
    markdown = parser()
    tokens = markdown.parse(text)
    openings = [token for token in tokens if token.type == "heading_open"]
    for opening, (_, anchor) in zip(openings, anchored(tokens), strict=True):
        if page.path != HOME or here == posixpath.dirname(HOME):
            opening.attrSet("id", anchor)
    for token in tokens:
        for child in token.children or []:
            name = {"link_open": "href", "image": "src"}.get(child.type)
            if name:
                child.attrSet(name, _moved(str(child.attrGet(name)), page, pages, here))
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _moved(target: str, page: Page, pages: Mapping[str, Page], here: str) -> str:
    path = linked_path(page, target)
    if not path or target.startswith("#"):
        return target
    fragment = urlsplit(target).fragment
    return posixpath.relpath(_address(path) if path in pages else path, here) + (f"#{fragment}" if fragment else "")


def _address(path: str) -> str:
    """Return where the site has a page."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "index.html" if name == "README.md" else name.removesuffix(".md") + ".html")


def _text(path: str) -> str:
    return (REPOSITORY / path).read_text(encoding="utf-8")
