"""Drafts as a real server makes and serves them: to whom, and of how much."""

from typing import Any

import httpx
import pytest
from served import Served, call, handler

pytestmark = pytest.mark.slow

START = "draft-start"


def test_a_draft_is_served_to_the_browser_that_made_it_alone(server: Served, config: dict[str, Any]) -> None:
    """Its address, in other hands, gives one sentence."""
    with httpx.Client(base_url=server.url, timeout=30) as mine:
        mine.get("/")
        cookie = f"rapporteur_visitor={mine.cookies['rapporteur_visitor']}"
        shown = call(server.url, handler(config, START), [["seeds"], "decisions", "", ""], "mine", Cookie=cookie)
        address = shown.split('href=\\"/drafts/')[1].split('\\"')[0]
        fetched = mine.get(f"/drafts/{address}")
        assert fetched.status_code == 200
        assert fetched.headers["content-disposition"].startswith("attachment")
        assert fetched.headers["cache-control"] == "no-store"
    others: list[dict[str, str]] = [{}, {"Cookie": "rapporteur_visitor=" + "a" * 43}, {"Cookie": "rapporteur_visitor="}]
    for other in others:
        reply = httpx.get(f"{server.url}/drafts/{address}", headers=other)
        assert reply.status_code == 404
        assert "only the browser that made it" in reply.text


def test_the_same_document_many_times_is_drafted_once(server: Served, config: dict[str, Any]) -> None:
    """Repeats are merged: the draft is the one of the document named once."""
    once, often = (
        call(server.url, handler(config, START), [["seeds"] * times, "decisions", "", ""], f"times{times}").count(
            "14 seed"
        )
        for times in (1, 900)
    )
    assert once == often > 0


def test_more_documents_than_a_draft_is_made_of_are_refused(server: Served, config: dict[str, Any]) -> None:
    """One sentence says how many were chosen, and how many may be."""
    told = call(server.url, handler(config, START), [[f"d{n}" for n in range(60)], "", "", ""], "sixty")
    assert "60 documents are chosen" in told


@pytest.mark.parametrize(
    ("words", "template", "told"),
    [
        ("9" * 5_000, "", "write a whole number"),
        ("", "[" * 20_000, "no such shape"),
        ("", "/etc/passwd", "no such shape"),
    ],
)
def test_a_field_that_cannot_be_is_told_in_a_sentence(
    server: Served, config: dict[str, Any], words: str, template: str, told: str
) -> None:
    """Five thousand digits, twenty thousand brackets, the path of a file: one sentence, and no work."""
    page = f"field{len(words)}x{len(template)}"
    assert told in call(server.url, handler(config, START), [["seeds"], template, words, ""], page)
