"""Take the picture of the README from the real page: `python -m tools.screenshot docs/page.png`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.open_page import launch, served

QUESTION = "How many people came to the regional workshop in Tashkent in November 2020?"
SIZE = {"width": 1280, "height": 800}


def take(picture: Path) -> None:
    """Ask the question of the first example on a page over the starter documents, and write what is seen."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as page_server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport=SIZE)
        page.goto(page_server.url)
        page.get_by_label("Your question").fill(QUESTION)
        page.keyboard.press("Enter")
        page.locator("#turn-1 .marker").first.click()
        page.locator(".source.pointed").wait_for()
        page.get_by_label("Your question").focus()
        page.screenshot(path=picture, animations="disabled", caret="hide")
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
