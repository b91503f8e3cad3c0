"""What a drafter does to a draft on the page, over a real library."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.compose import Settings, open_library
from corpus.parse import parse
from index.library import Library
from interfaces.drafting.page import DraftPage, Drawn
from interfaces.saving import written_as


@pytest.fixture(scope="module")
def library(seed_library: Path) -> Iterator[Library]:
    """Open the library of one report."""
    with open_library(Settings(library=seed_library, embedding="hash")) as opened:
        yield opened


@pytest.fixture
def page(library: Library) -> DraftPage:
    """Return the page."""
    return DraftPage(library)


@pytest.fixture
def drawn(page: DraftPage) -> Drawn:
    """Return the decisions of the report, drafted."""
    return list(page.start(["seeds"], "decisions", "", "", "me"))[-1]


def test_a_draft_is_shown_as_it_grows_with_its_sources(page: DraftPage) -> None:
    """First that it is being read, then parts, at last the whole with a card for each cited paragraph."""
    steps = list(page.start(["seeds"], "session", "300", "", "me"))
    assert 'class="pending"' in steps[0].draft
    assert "Drafting…" in steps[1].draft
    assert "pending" not in steps[-1].draft
    assert steps[-1].sources.count('class="source"') >= 4
    assert 'href="#source-0-1"' in steps[-1].draft
    assert 'id="source-0-1"' in steps[-1].sources


def test_text_of_documents_is_never_markup(drawn: Drawn) -> None:
    """A tag in a document is shown as its characters, beside the draft too."""
    assert "<b>" not in drawn.draft + drawn.sources
    assert "&#60;b&#62;since" in drawn.draft


def test_a_point_can_be_dropped_and_restored(page: DraftPage, drawn: Drawn) -> None:
    """A dropped point is struck through, is not in the file, and its paragraph is one the draft is silent on."""
    assert drawn.desk is not None
    dropped = page.change(drawn.desk, "drop", 1, "", "me")
    assert "<del>" in dropped.draft
    assert "1 dropped" in dropped.draft
    assert dropped.desk is not None
    assert "plan for 2032" not in written_as(dropped.desk.draft, ".md").decode().split("silent on")[0]
    silent = [p.label for silence in dropped.desk.draft.silences for p in silence.paragraphs]
    assert "3" in silent
    restored = page.change(dropped.desk, "restore", 1, "", "me")
    assert "<del>" not in restored.draft


def test_points_can_be_put_in_another_order(page: DraftPage, drawn: Drawn) -> None:
    """A point moves among those of its part; the first one does not move up."""
    assert drawn.desk is not None
    moved = page.change(drawn.desk, "down", 1, "", "me").desk
    assert moved is not None
    assert [held.number for held in moved.held] == [2, 1, 3]
    assert page.change(moved, "up", 2, "", "me").desk == moved


def test_edited_words_are_checked_again_and_marked(page: DraftPage, drawn: Drawn) -> None:
    """What the source bears is kept and said so; another number is kept, and marked as not borne."""
    desk = drawn.desk
    assert desk is not None
    sound = page.change(desk, "keep", 1, "adopted the plan for 2032: 14 seed banks are to be built.", "me")
    assert "your words, borne by the source" in sound.draft
    wrong = page.change(desk, "keep", 1, "adopted the plan for 2032, under which 15 seed banks are to be built.", "me")
    assert "the number &#8220;15&#8221; is not in the cited words" in wrong.draft.replace("&#46;", ".")
    assert "1 not borne by the source" in wrong.draft
    assert wrong.desk is not None
    assert "15 seed banks" in written_as(wrong.desk.draft, ".md").decode()


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html", ".json"])
def test_the_draft_is_downloaded_as_it_stands(page: DraftPage, drawn: Drawn, suffix: str) -> None:
    """Each link names a file of its format; what it holds is the draft as it was when the link was drawn."""
    name = re.search(rf'href="/drafts/([\w-]+)/(decisions-[\w-]+{re.escape(suffix)})"', drawn.links)
    assert name is not None
    desk = page.drafts.of("me", name.group(1))
    assert desk is not None
    assert page.drafts.of("you", name.group(1)) is None
    if suffix != ".json":
        assert "14 seed banks" in parse(written_as(desk.draft, suffix), name.group(2), "draft").text


@pytest.mark.parametrize(
    ("documents", "template", "words", "about", "told"),
    [
        ([], "", "", "", "Choose a document, or write a question."),
        (["seeds"], "activities", "", "", "holds no activities"),
        (["seeds"], "", "ten", "", "write a whole number"),
        (["seeds"], "", "10", "", "ask for 50 to 20,000"),
        ([], "", "", "walrus migration", "no document says anything of"),
        (["gone"], "", "", "", "There is no document"),
    ],
)
def test_what_cannot_be_drafted_is_told_in_a_sentence(
    page: DraftPage, documents: list[str], template: str, words: str, about: str, told: str
) -> None:
    """In the place of the draft stands what is wrong."""
    *_, last = page.start(documents, template, words, about, "me")
    assert last.desk is None
    shown = last.draft
    for code in ("44", "46", "39", "32"):
        shown = shown.replace(f"&#{code};", chr(int(code)))
    assert told.lower() in shown.lower()


def test_a_change_without_a_draft_or_a_point_is_told(page: DraftPage, drawn: Drawn) -> None:
    """Buttons pressed too early say what to do first."""
    assert "no draft yet" in page.change(None, "drop", 1, "", "me").draft
    assert "Choose a point first" in page.change(drawn.desk, "drop", None, "", "me").draft
    assert "says nothing" in page.change(drawn.desk, "keep", 1, "  ", "me").draft
