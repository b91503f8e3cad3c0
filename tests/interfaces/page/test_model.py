"""A chat model on the page, as a person meets it: sentences as they are checked, what was struck out, and Stop."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from evals.scripted.reply import ScriptedReply, ScriptedRequest
from evals.scripted.scripts import careless
from evals.scripted.server import ScriptedServer, scripted_server
from tools.open_page import Served, served

pytestmark = pytest.mark.browser

QUESTION = "How many people came to the regional workshop in Tashkent in November 2020?"
SEEN = """() => {
  window.seen = {};
  new MutationObserver(() => {
    if (!window.seen.first && document.querySelector("#turn-1 .answer")) window.seen.first = Date.now();
  }).observe(document.body, { childList: true, subtree: true });
}"""


def script(asked: ScriptedRequest) -> ScriptedReply:
    """Say a true sentence, wait, then a false one and one with a link; the second question is never answered.

    The sections of a summary are written with altered figures.
    """
    if asked.task == "section":
        return careless(asked)
    name, text = next((each for each in asked.passages if "86" in each[1]), asked.passages[0])
    true = f'The workshop in Tashkent had 86 participants. [{name} "86"]\n'
    if "2020 again" in asked.question:
        return ScriptedReply(true + "And ", size=400, fault="stall")
    false = f'There were 97 of them. [{name} "{text[:20]}"]\n![x](http://elsewhere.example/y.png) [{name} "86"]\n'
    return ScriptedReply(true + false, size=len(true), pauses=((len(true), 3.0),))


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedServer]:
    """Serve the script."""
    with scripted_server(script) as server:
        yield server


@pytest.fixture(scope="module")
def server(model: ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the page over the starter documents, with the scripted model."""
    environment = {
        "RAPPORTEUR_MODEL": "openai:scripted",
        "RAPPORTEUR_MODEL_URL": model.url,
        "RAPPORTEUR_EMBEDDING": "hash",
        "RAPPORTEUR_READER": "none",
    }
    with served(tmp_path_factory.mktemp("library"), **environment) as running:
        yield running


@pytest.fixture
def page(browser: Browser, server: Served) -> Iterator[Page]:
    """Open the page in a browser."""
    opened = browser.new_page()
    opened.goto(server.url)
    expect(opened.get_by_role("button", name="Ask")).to_be_visible(timeout=60_000)
    yield opened
    opened.close()


def ask(page: Page, question: str) -> None:
    """Type a question and send it."""
    page.get_by_label("Your question").fill(question)
    page.get_by_label("Your question").press("Enter")


def test_a_sentence_is_shown_once_it_is_checked(page: Page, model: ScriptedServer) -> None:
    """The first is there soon after the model has completed it, while the model still writes."""
    page.evaluate(SEEN)
    ask(page, QUESTION)
    expect(page.locator("#turn-1 .answer")).to_contain_text("86")
    written = time.time() - time.monotonic() + model.sent[-1][0]
    assert page.locator("#turn-1 .writing").count() == 1
    seen = page.evaluate("window.seen.first") / 1000
    assert seen - written < 5
    expect(page.locator("#turn-1 .struck")).to_have_count(2)
    expect(page.locator("#turn-1 del").first).to_contain_text("97")
    expect(page.locator("#turn-1 .writing")).to_have_count(0)
    expect(page.locator("#turn-1 .made")).to_contain_text("openai:scripted")
    assert page.locator("#conversation img").count() == 0


def test_stop_leaves_what_was_checked_and_lets_go_of_the_model(page: Page, model: ScriptedServer) -> None:
    """The reply ends where it is, the model's connection is closed, and the next question can be asked."""
    model.left.clear()
    ask(page, f"{QUESTION[:-1]}, and 2020 again?")
    expect(page.locator("#turn-1 .answer")).to_contain_text("86")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#turn-1 .notice")).to_contain_text("Stopped")
    assert model.left.wait(60)
    ask(page, QUESTION)
    expect(page.locator("#turn-2 .answer")).to_contain_text("86")


def test_a_draft_names_the_model_and_what_was_struck(page: Page) -> None:
    """What of the model's sentences holds stands in the draft, what was altered is struck out with the reason."""
    page.get_by_role("tab", name="Draft a summary").click()
    page.locator("#draft-documents input").click()
    page.get_by_role("option").first.click()
    page.keyboard.press("Escape")
    page.locator("#draft-start").click()
    expect(page.get_by_role("link", name="Word")).to_be_visible(timeout=120_000)
    expect(page.locator("#draft .struck del").first).to_be_attached()
    expect(page.locator("#draft .struck .why").first).to_contain_text("is not in the cited words")
    page.locator("#draft .made summary").click()
    expect(page.locator("#draft .made")).to_contain_text("openai:scripted")
    expect(page.get_by_role("button", name="Stop").last).to_be_visible()
