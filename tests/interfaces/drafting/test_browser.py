"""The drafting tab as a drafter meets it: the real server over one report, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from corpus.parse import parse
from tools.open_page import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(browser: Browser, seed_library: Path) -> Iterator[str]:
    """Serve the page over the library of one report."""
    with served(seed_library, RAPPORTEUR_EMBEDDING="hash", RAPPORTEUR_READER="none") as running:
        yield running.url


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Draft the decisions of the report; afterwards, see that nothing was complained of."""
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    opened.goto(address)
    opened.get_by_role("tab", name="Draft a summary").click(timeout=60_000)
    choose(opened, "draft-documents", "Report of the Seed Council")
    choose(opened, "draft-template", "decisions:")
    opened.locator("#draft-start").click()
    expect(opened.get_by_role("link", name="Word")).to_be_visible(timeout=60_000)
    yield opened
    opened.close()
    assert complaints == []


def choose(page: Page, name: str, beginning: str) -> None:
    """Choose what begins so from a list."""
    page.locator(f"#{name} input").click()
    page.get_by_role("option", name=re.compile(f"^\\W*{re.escape(beginning)}")).first.click()
    page.keyboard.press("Escape")


def points(page: Page) -> Locator:
    """Return the points of the draft."""
    return page.locator("#draft li")


def numbers(page: Page, *expected: str) -> None:
    """See that the points stand in this order."""
    expect(page.locator("#draft .point-number")).to_have_text(list(expected))


def download(page: Page) -> str:
    """Download the draft and return what our own parser reads in it."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Word").click()
    path = Path(waiting.value.path())
    return parse(path.read_bytes(), waiting.value.suggested_filename, "draft").text


def test_a_point_has_its_paragraph_beside_it(page: Page) -> None:
    """Its number brings up the paragraph with the cited words marked, and no text of a document is markup."""
    numbers(page, "1", "2", "3")
    points(page).nth(1).locator(".marker").click()
    source = page.locator("#draft-sources .source.pointed")
    expect(source).to_be_in_viewport()
    expect(source.locator("mark")).to_contain_text("fourth session in Accra in 2033")
    expect(source.locator(".address")).to_contain_text("para. 4")
    expect(points(page).nth(2)).to_contain_text("<b>since</b> 2029")


def test_a_dropped_point_is_not_in_the_file_until_it_is_restored(page: Page) -> None:
    """It is struck through, the file is without it and lists its paragraph as one it is silent on."""
    choose(page, "draft-point", "2.")
    page.locator("#draft-drop").click()
    expect(points(page).nth(1).locator("del")).to_contain_text("Accra")
    expect(page.locator("#draft .note")).to_contain_text("1 dropped")
    told, silent = download(page).split("What this draft is silent on")
    assert "seed banks" in told
    assert "Accra" not in told
    assert re.search(r"II\. Decisions\W+4\b", silent)
    page.locator("#draft-restore").click()
    expect(page.locator("#draft del")).to_have_count(0)
    assert "Accra" in download(page).split("What this draft is silent on")[0]


def test_points_are_put_in_another_order(page: Page) -> None:
    """The file has the order of the page."""
    page.locator("#draft-down").click()
    numbers(page, "2", "1", "3")
    page.locator("#draft-down").click()
    numbers(page, "2", "3", "1")
    page.locator("#draft-up").click()
    numbers(page, "2", "1", "3")
    text = download(page)
    assert text.index("Accra") < text.index("seed banks") < text.index("no seed had been lost")


def test_a_falsified_point_is_marked(page: Page) -> None:
    """Words that the paragraph does not bear are marked with what is wrong; borne ones are said to be borne."""
    words = page.locator("#draft-edit textarea")
    expect(words).to_have_value(re.compile("14 seed banks"))
    words.fill("adopted the plan for 2032, under which 15 seed banks are to be built.")
    page.locator("#draft-keep").click()
    expect(points(page).first.locator(".problem")).to_contain_text("the number “15”")
    expect(page.locator("#draft .note")).to_contain_text("1 not borne by the source")
    words.fill("adopted the plan for 2032: 14 seed banks are to be built.")
    page.locator("#draft-keep").click()
    expect(points(page).first.locator(".holds")).to_be_visible()
    expect(page.locator("#draft .note")).not_to_contain_text("not borne")
    assert "adopted the plan for 2032: 14 seed banks" in download(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_of_a_draft_is_cut_off_at_the_side(page: Page, width: int) -> None:
    """In a narrow window the sources follow the draft, and nothing is wider than the window."""
    page.set_viewport_size({"width": width, "height": 800})
    points(page).first.locator(".marker").click()
    expect(page.locator("#draft-sources .source.pointed mark")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_cannot_be_drafted_is_told_in_its_place(page: Page) -> None:
    """A length that is none gets a sentence, and the next draft is made."""
    page.locator("#draft-words textarea, #draft-words input").fill("ten")
    page.locator("#draft-start").click()
    expect(page.locator("#draft .problem")).to_contain_text("write a whole number")
    expect(page.get_by_role("link", name="Word")).to_have_count(0)
    page.locator("#draft-words textarea, #draft-words input").fill("")
    page.locator("#draft-start").click()
    numbers(page, "1", "2", "3")
