"""The chat page as a person meets it: the real server over the starter documents, in a real browser.

The server may reach nothing but its own machine, and neither may the page: both are watched in every test here.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tools.open_page import Served, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NO_NETWORK = Path(__file__).resolve().parents[2] / "no_network"
TASHKENT = "How many people came to the regional workshop in Tashkent in November 2020?"
HOSTILE = (
    '<img src="http://elsewhere.example/x.png" onerror="document.title=1"><script>document.title=2</script> '
    "![picture](http://elsewhere.example/y.png) [go](javascript:alert(1)) ${alert(1)} {{value}} **bold**"
)


@dataclass
class Opened:
    """A page in a browser session of its own, and what was seen of it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """Errors on the console, and scripts that failed."""

    def ask(self, question: str, turn: int) -> None:
        """Type a question, send it with the Enter key and wait for the reply of that turn."""
        self.page.get_by_label("Your question").fill(question)
        self.page.get_by_label("Your question").press("Enter")
        self.replied(turn)

    def replied(self, turn: int) -> None:
        """Wait until the reply of a turn is whole."""
        expect(self.page.locator(f"#turn-{turn} .reply > :not(.pending)").first).to_be_attached(timeout=60_000)


@pytest.fixture(scope="module")
def attempts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file in which the server's attempts to leave this machine are written down."""
    return tmp_path_factory.mktemp("network") / "attempts.txt"


@pytest.fixture(scope="module")
def server(browser: Browser, attempts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the page over a new library, which the server fills with the starter documents."""
    environment = {"PYTHONPATH": str(NO_NETWORK), "NETWORK_ATTEMPTS": str(attempts)}
    with served(tmp_path_factory.mktemp("library"), **environment) as running:
        yield running


@pytest.fixture
def opened(browser: Browser, server: Served) -> Iterator[Opened]:
    """Open the page; afterwards, see that it asked nothing of other machines and had nothing to complain of."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    seen = Opened(context.new_page())
    seen.page.on("request", lambda request: seen.requests.append(request.url))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("console", lambda told: seen.complaints.append(told.text) if told.type == "error" else None)
    seen.page.goto(server.url)
    expect(seen.page.get_by_role("button", name=TASHKENT)).to_be_visible(timeout=60_000)
    yield seen
    context.close()
    assert [url for url in seen.requests if not url.startswith((server.url, "data:", "blob:"))] == []
    assert seen.complaints == []


def test_the_first_example_is_answered_with_its_paragraph(opened: Opened) -> None:
    """The number is in the answer, and its marker brings up the paragraph with the words that hold it marked."""
    opened.page.get_by_role("button", name=TASHKENT).click()
    opened.replied(1)
    expect(opened.page.locator("#turn-1 .answer")).to_contain_text("86")
    opened.page.locator("#turn-1 .marker").first.click()
    source = opened.page.locator(".source.pointed")
    expect(source).to_be_in_viewport()
    expect(source.locator(".cited mark").filter(has_text="86").first).to_be_visible()
    expect(source.locator(".address")).to_contain_text(re.compile(r"para\.|¶"))
    expect(source.locator("h3")).not_to_be_empty()


def test_what_the_documents_do_not_say_is_refused(opened: Opened) -> None:
    """A refusal says so, and what is near is shown as no answer."""
    opened.ask("How many people came to the regional workshop in Samarkand in 1987?", 1)
    expect(opened.page.locator("#turn-1 .refusal")).not_to_be_empty()
    expect(opened.page.locator("#turn-1 .answer")).to_have_count(0)
    if opened.page.locator("#turn-1 .near-link").count():
        expect(opened.page.locator("#sources")).to_contain_text("Related, but not an answer")


def test_a_follow_up_says_what_was_searched(opened: Opened) -> None:
    """What a short question takes from the one before is shown, and its answer is right."""
    opened.ask("What did the Republic of Korea pledge for 2020?", 1)
    opened.ask("And Thailand?", 2)
    expect(opened.page.locator("#turn-2 .searched")).to_contain_text("Searched for: ")
    expect(opened.page.locator("#turn-2 .searched")).to_contain_text("Thailand")
    expect(opened.page.locator("#sources details.earlier")).to_have_count(1)


def test_start_over_forgets(opened: Opened) -> None:
    """The conversation, its sources and the examples are as they were at first."""
    opened.ask(TASHKENT, 1)
    expect(opened.page.get_by_role("button", name=TASHKENT)).to_be_hidden()
    opened.page.get_by_role("button", name="Start over").click()
    expect(opened.page.locator(".turn")).to_have_count(0)
    expect(opened.page.locator(".source")).to_have_count(0)
    expect(opened.page.get_by_role("button", name=TASHKENT)).to_be_visible()
    opened.ask(TASHKENT, 1)


def test_markup_in_a_question_stays_text(opened: Opened) -> None:
    """A question is shown as it was typed, and nothing in it is fetched or run."""
    opened.ask(HOSTILE, 1)
    expect(opened.page.locator("#turn-1 .question")).to_contain_text(HOSTILE)
    expect(opened.page).to_have_title("Rapporteur")
    assert opened.page.locator("#conversation img, #conversation script, #sources img").count() == 0


def test_markup_in_a_document_stays_text(opened: Opened, tmp_path: Path) -> None:
    """An uploaded document with a hostile name, title and text is listed, searched and shown as text."""
    paper = tmp_path / "<b>quokka & 'co' [x](y).txt"
    text = f"Report on quokkas {HOSTILE}\n\n1. The island of Rottnest counted 4321 quokkas in 2022. {HOSTILE}\n"
    paper.write_text(text, encoding="utf-8")
    page = opened.page
    page.get_by_role("button", name="Add documents").click()
    page.locator("#add input[type=file]").set_input_files(paper)
    expect(page.locator("#came-in table")).to_contain_text("added", timeout=60_000)
    opened.ask("How many quokkas were counted on Rottnest in 2022?", 1)
    expect(page.locator("#turn-1 .answer")).to_contain_text("4321")
    expect(page.locator("#sources .cited").first).to_contain_text('<img src="http://elsewhere.example/x.png"')
    expect(page).to_have_title("Rapporteur")
    assert page.locator("#conversation img, #sources img, #came-in img, #came-in b").count() == 0


def test_a_search_can_be_limited(opened: Opened) -> None:
    """With a document chosen, only it is searched, and the reply says so; a date that is none is told."""
    page = opened.page
    page.get_by_role("button", name="Where to look").click()
    page.get_by_label("From").fill("2031")
    opened.ask(TASHKENT, 1)
    expect(page.locator("#turn-1 .refusal")).to_be_visible()
    expect(page.locator("#turn-1 .searched")).to_contain_text("from 2031")
    page.get_by_label("From").fill("soon")
    opened.ask(TASHKENT, 2)
    expect(page.locator("#turn-2 .problem")).to_contain_text("write 2020, 2020-11 or 2020-11-05")


def test_a_document_can_be_chosen(opened: Opened) -> None:
    """The documents of the library are offered by title, and the one chosen is the only one cited."""
    page = opened.page
    page.get_by_role("button", name="Where to look").click()
    page.locator("#limit-documents input").click()
    page.get_by_role("option").first.click()
    page.keyboard.press("Escape")
    opened.ask(TASHKENT, 1)
    expect(page.locator("#turn-1 .searched")).to_contain_text("1 chosen document")


@pytest.mark.parametrize("question", ["   ", "x" * 100_000])
def test_a_question_that_cannot_be_asked_is_told_in_a_sentence(opened: Opened, question: str) -> None:
    """White space and a question of 100,000 characters get a plain sentence, and the page goes on."""
    opened.ask(question, 1)
    problem = opened.page.locator("#turn-1 .problem")
    expect(problem).to_be_visible()
    assert "Traceback" not in problem.inner_text()
    assert problem.inner_text().endswith(".")
    opened.ask(TASHKENT, 2)
    expect(opened.page.locator("#turn-2 .answer")).to_contain_text("86")


def test_the_keyboard_is_enough(opened: Opened) -> None:
    """The box has the focus at first; a marker is reached with Tab, and Enter leads to its source."""
    page = opened.page
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type(TASHKENT)
    page.keyboard.press("Enter")
    opened.replied(1)
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('#turn-1 .marker')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".source.pointed .number").first).to_be_focused()


def test_a_screen_reader_is_told(opened: Opened) -> None:
    """The newest reply alone is announced, and the parts of the page have names and say whether they are open."""
    page = opened.page
    for name in ("Conversation", "Sources"):
        expect(page.get_by_role("region", name=name)).to_be_visible()
    expect(page.get_by_role("heading", name="Rapporteur", level=1)).to_be_visible()
    fold = page.get_by_role("button", name="Where to look")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    opened.ask("What did the Republic of Korea pledge for 2020?", 1)
    opened.ask(TASHKENT, 2)
    expect(page.locator("#announcement")).to_contain_text("86")
    expect(page.locator("#announcement")).not_to_contain_text("Korea")


@pytest.mark.parametrize("width", [360, 900, 1280])
def test_nothing_is_cut_off_at_the_side(opened: Opened, width: int) -> None:
    """In a narrow window the sources follow the conversation, and nothing is wider than the window."""
    opened.page.set_viewport_size({"width": width, "height": 800})
    opened.ask(TASHKENT, 1)
    opened.page.locator("#turn-1 .marker").first.click()
    expect(opened.page.locator(".source.pointed .cited")).to_be_in_viewport()
    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_conversations_do_not_meet(opened: Opened, browser: Browser, server: Served) -> None:
    """A question asked in one browser session is not seen in another."""
    opened.ask(TASHKENT, 1)
    context = browser.new_context()
    other = context.new_page()
    other.goto(server.url)
    expect(other.get_by_role("button", name=TASHKENT)).to_be_visible(timeout=60_000)
    assert other.locator(".turn").count() == 0
    context.close()


def test_the_server_left_this_machine_alone(opened: Opened, attempts: Path) -> None:
    """From its start through ingestion and answers, the server tried to reach nothing else."""
    opened.ask(TASHKENT, 1)
    assert not attempts.exists() or attempts.read_text(encoding="utf-8") == ""


def test_the_network_is_truly_refused(tmp_path: Path) -> None:
    """The refusal that the test above relies on works: a connection elsewhere raises and is written down."""
    import subprocess
    import sys

    noted = tmp_path / "attempts.txt"
    program = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    environment = {**os.environ, "PYTHONPATH": str(NO_NETWORK), "NETWORK_ATTEMPTS": str(noted)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert "this process may reach its own machine only" in done.stderr
    assert "192.0.2.1" in noted.read_text(encoding="utf-8")
