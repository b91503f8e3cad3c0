"""Drafts on their way to the browser that made them: each has an address that no one else may open."""

import re
import secrets
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from interfaces.drafting.desk import Desk
from interfaces.saving import FORMATS, written_as
from interfaces.serving.visitors import visitor_in

if TYPE_CHECKING:
    from fastapi import FastAPI

KEPT = 200
"""Drafts that can be fetched; the oldest makes room. They lie in memory alone, and are written when asked for."""
CALLED = {".docx": "Word", ".md": "Markdown", ".html": "HTML", ".json": "JSON"}
GONE = (
    "This draft cannot be had here: only the browser that made it can fetch it, while the server runs. Draft it anew.\n"
)
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".md": "text/markdown; charset=utf-8",
    ".html": "application/octet-stream",  # shown by no browser as a page of this server
    ".json": "application/json",
}


class Drafts:
    """The drafts that can be fetched, by an address that cannot be guessed."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[str, Desk]] = OrderedDict()
        self._changing = threading.Lock()

    def keep(self, visitor: str, desk: Desk) -> str:
        """Keep a draft for a visitor, and return its part of the address."""
        token = secrets.token_urlsafe(24)
        with self._changing:
            self._kept[token] = (visitor, desk)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return token

    def of(self, visitor: str, token: str) -> Desk | None:
        """Return a draft of this visitor's; None for another's, and for one that is gone."""
        with self._changing:
            made_by, desk = self._kept.get(token, ("", None))
        return desk if visitor and secrets.compare_digest(made_by, visitor) else None


def links_to(token: str, title: str) -> str:
    """Return the markup of the links by which a draft is downloaded."""
    name = file_name(title)
    links = " ".join(
        f'<a href="/drafts/{token}/{name}{suffix}" class="download">{CALLED[suffix]}</a>' for suffix in FORMATS
    )
    return f'<p class="downloads">Download as {links}</p>'


def file_name(title: str) -> str:
    """Return a title as the name of a file, without its suffix."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60].rstrip("-") or "draft"


def add_draft_route(app: "FastAPI", drafts: Drafts) -> None:
    """Add the address at which drafts are fetched."""
    from fastapi import Request
    from fastapi.responses import PlainTextResponse, Response

    def fetch(token: str, name: str, request: Request) -> Response:
        suffix = next((suffix for suffix in FORMATS if name.endswith(suffix)), "")
        desk = drafts.of(visitor_in(request.headers.get("cookie")), token)
        if desk is None or not suffix:
            return PlainTextResponse(GONE, 404)
        headers = {
            "content-disposition": f'attachment; filename="{file_name(name.removesuffix(suffix))}{suffix}"',
            "cache-control": "no-store",
        }
        return Response(written_as(desk.draft, suffix), media_type=_TYPES[suffix], headers=headers)

    app.add_api_route("/drafts/{token}/{name}", fetch, methods=["GET"], response_model=None)
