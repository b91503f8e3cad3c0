"""Take the pictures of the README from the real page: `python -m tools.screenshot docs/page.png docs/draft.png`."""

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tools.open_page import launch, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUESTION = "How many people came to the regional workshop in Tashkent in November 2020?"
SESSION = "Fourth session"
"""The beginning of the name of the document that is drafted from."""
SIZE = {"width": 1280, "height": 800}


def take(asking: Path, drafting: Path) -> None:
    """Ask the question of the first example, then draft a session, over the starter documents; write what is seen."""
    for picture in (asking, drafting):
        picture.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as page_server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
        page.goto(page_server.url)
        _ask(page)
        page.screenshot(path=asking, animations="disabled", caret="hide")
        _draft(page)
        page.screenshot(path=drafting, animations="disabled", caret="hide")
        browser.close()


def _ask(page: "Page") -> None:
    page.get_by_label("Your question").fill(QUESTION)
    page.keyboard.press("Enter")
    page.locator("#turn-1 .marker").first.click()
    page.locator(".source.pointed").wait_for()
    page.get_by_label("Your question").focus()


def _draft(page: "Page") -> None:
    page.get_by_role("tab", name="Draft a summary").click()
    page.locator("#draft-documents input").fill(SESSION)
    page.keyboard.press("Enter")
    page.locator("#draft-start").click()
    page.locator("#draft-download a").first.wait_for(timeout=90_000)
    page.locator("#draft h3", has_text="Proposals").scroll_into_view_if_needed()
    page.locator("#draft h3", has_text="Proposals").locator("xpath=following-sibling::ul[1]//a").first.click()
    page.locator("#draft-sources .source.pointed").wait_for()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
