"""How soon a checked sentence is on the page, how soon Stop lets go of a model, and what its faults cost.

Usage: python benchmarks/chat_model.py [--questions 10]. A scripted server takes the place of a chat model; the page is
the real one, over the starter documents, in Chromium. Prints for each fault what is shown and the seconds to it.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, expect, sync_playwright  # noqa: E402

from assistant.chat.settings import ChatSettings  # noqa: E402
from assistant.compose import Settings, open_assistant, open_library  # noqa: E402
from evals.scripted.faults import FAULTS  # noqa: E402
from evals.scripted.reply import ScriptedReply, ScriptedRequest  # noqa: E402
from evals.scripted.server import ScriptedServer, scripted_server  # noqa: E402
from index.library import Library  # noqa: E402
from tools.open_page import NoBrowser, launch, served  # noqa: E402

QUESTION = "How many people came to the regional workshop in Tashkent in November 2020?"
UNREACHABLE = {"an unreachable port": "http://127.0.0.1:9/v1", "no such host": "http://nowhere.invalid/v1"}
DEADLINE = 5.0
"""Seconds an answer may take in the table of faults."""
_PAUSE = 1.5
"""Seconds for which the model says nothing after its first sentence."""
_WATCH = """() => {
  window.shown = {};
  new MutationObserver(() => {
    for (const answer of document.querySelectorAll("[id^=turn-] .answer"))
      window.shown[answer.closest("[id^=turn-]").id] ??= Date.now();
  }).observe(document.body, { childList: true, subtree: true });
}"""


def main() -> None:
    """Measure the page, then the faults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=10)
    questions = parser.parse_args().questions
    with tempfile.TemporaryDirectory() as folder:
        try:
            shown, freed = on_the_page(Path(folder) / "library", questions)
        except NoBrowser as error:
            sys.exit(str(error))
        print(f"from a sentence whole to the sentence on the page, {questions} questions: {told(shown)}")
        print(f"from Stop to the connection closed, {questions} questions: {told(freed)}")
        faults(Path(folder) / "library")


def on_the_page(library: Path, questions: int) -> tuple[list[float], list[float]]:
    """Return the seconds from a model's sentence to the page, and from Stop to the end of the model's connection."""
    with (
        scripted_server(first_sentence) as model,
        served(library, RAPPORTEUR_MODEL="openai:scripted", RAPPORTEUR_MODEL_URL=model.url) as running,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        page = browser.new_page()
        page.goto(running.url)
        expect(page.get_by_role("button", name="Ask")).to_be_visible(timeout=60_000)
        page.evaluate(_WATCH)
        ask(page, QUESTION, 1)  # loads what is loaded once
        shown = [seconds_to_page(page, model, turn) for turn in range(2, questions + 2)]
        freed = [seconds_to_freed(page, model, turn) for turn in range(questions + 2, 2 * questions + 2)]
        browser.close()
    return shown, freed


def first_sentence(asked: ScriptedRequest) -> ScriptedReply:
    """Say a true sentence at once, then nothing for a while; to a question that ends in `again?` nothing ever after."""
    name = next((name for name, text in asked.passages if "86" in text), asked.passages[0][0])
    true = f'The workshop in Tashkent had 86 participants. [{name} "86"]\n'
    if asked.question.endswith("again?"):
        return ScriptedReply(true + "And ", size=len(true), fault="stall")
    return ScriptedReply(true + "And ", size=len(true), pauses=((len(true), _PAUSE),))


def ask(page: Page, question: str, turn: int) -> None:
    """Ask and wait for the end of the answer."""
    send(page, question)
    expect(page.locator(f"#turn-{turn} .made")).to_be_attached(timeout=60_000)


def send(page: Page, question: str) -> None:
    """Type a question and send it."""
    page.get_by_label("Your question").fill(question)
    page.get_by_label("Your question").press("Enter")


def seconds_to_page(page: Page, model: ScriptedServer, turn: int) -> float:
    """Return the seconds from the server's having sent a whole sentence to its being in the page."""
    before = len(model.sent)
    ask(page, QUESTION, turn)
    written = model.sent[before][0] + time.time() - time.monotonic()
    return float(page.evaluate(f"window.shown['turn-{turn}']")) / 1000 - written


def seconds_to_freed(page: Page, model: ScriptedServer, turn: int) -> float:
    """Return the seconds from a click on Stop to the end of the model's connection."""
    send(page, f"{QUESTION[:-1]}, again?")
    expect(page.locator(f"#turn-{turn} .answer")).to_be_visible(timeout=60_000)
    model.left.clear()
    started = time.monotonic()
    page.get_by_role("button", name="Stop").click()
    if not model.left.wait(30):
        raise RuntimeError("the connection was not closed within 30 seconds of Stop")
    freed = time.monotonic() - started
    expect(page.locator(f"#turn-{turn} .notice")).to_be_visible()
    return freed


def faults(folder: Path) -> None:
    """Print what is shown for each fault, and after how many seconds."""
    settings = Settings(library=folder)
    with open_library(settings) as library:
        for name, reply in FAULTS.items():
            with scripted_server(lambda _asked, reply=reply: reply) as model:
                row(name, replace(settings, chat=chat(model.url)), library)
        for name, url in UNREACHABLE.items():
            row(name, replace(settings, chat=chat(url)), library)


def chat(url: str) -> ChatSettings:
    """Return the settings of a model at an address."""
    os.environ.setdefault("OPENAI_API_KEY", "none")
    return ChatSettings(model="openai:scripted", url=url, seconds=DEADLINE)


def row(name: str, settings: Settings, library: Library) -> None:
    """Print one fault."""
    assistant = open_assistant(settings, library)
    assistant.load()
    started = time.monotonic()
    answer = assistant.ask(QUESTION)
    seconds = time.monotonic() - started
    notice = answer.writing.notice if answer.writing else ""
    print(f"{name:30} {seconds:5.1f} s  {'86' in answer.text and 'answered'}  {notice}")


def told(seconds: Sequence[float]) -> str:
    """Return the median and the longest of some times."""
    return f"median {1000 * statistics.median(seconds):.0f} ms, longest {1000 * max(seconds):.0f} ms"


if __name__ == "__main__":
    main()
