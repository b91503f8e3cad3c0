"""How much of what a lying model writes is struck out, and how much of what a truthful one writes."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.chat.settings import ChatSettings
from assistant.compose import Settings, open_assistant, open_library
from evals.cases.load import load_cases
from evals.scripted.server import scripted_server
from index.library import Library

sys.path.insert(0, str(Path(__file__).parent))
from scripted_edits import Liar

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def shelf(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Settings]]:
    """Return a library of the starter documents that needs no weights."""
    settings = Settings(library=tmp_path_factory.mktemp("starter") / "library", embedding="hash", reader="none")
    with open_library(settings) as library:
        library.ingest([starter])
        yield library, settings


@pytest.fixture(scope="module")
def questions() -> list[str]:
    """Return the questions of the starter cases that have an answer."""
    cases = load_cases(REPOSITORY / "evals" / "starter.yaml")
    return [case.question for case in cases if not case.refuse and not case.history][:30]


def heard(kind: str, shelf: tuple[Library, Settings], questions: list[str]) -> tuple[list[tuple[bool, bool]], int]:
    """Return for each sentence said whether it was struck out and whether it was a swap, and how many answers."""
    library, settings = shelf
    liar, answers = Liar(kind), 0
    told: list[tuple[bool, bool]] = []
    with scripted_server(liar) as server:
        chat = ChatSettings(model="openai:scripted", url=server.url)
        assistant = open_assistant(replace(settings, chat=chat), library)
        for question in questions:
            before = len(liar.said)
            answer = assistant.ask(question)
            if answer.refused:
                continue
            answers += 1
            kept = {sentence.text for sentence in answer.sentences} if answer.writing.wrote else set()
            struck = {each.text for each in answer.struck}
            for said in liar.said[before:]:
                text = " ".join(said.text.split())
                assert (text in kept) != (text in struck), (said, kept, struck)
                told.append((text in struck, said.is_swap))
    return told, answers


def struck_share(told: list[tuple[bool, bool]]) -> float:
    """Return the share struck out, without those whose new words the passage holds of something else."""
    plain = [struck for struck, is_swap in told if not is_swap]
    assert len(plain) > 10
    return sum(plain) / len(plain)


@pytest.mark.parametrize("kind", ["id", "quote"])
def test_every_invented_id_and_altered_quote_is_struck_out(kind: str, shelf, questions) -> None:
    """None passes."""
    told, _ = heard(kind, shelf, questions)
    assert struck_share(told) == 1.0


@pytest.mark.parametrize("kind", ["number", "date", "name", "negation"])
def test_altered_facts_are_struck_out(kind: str, shelf, questions) -> None:
    """At least 97 in a hundred are."""
    told, _ = heard(kind, shelf, questions)
    assert struck_share(told) >= 0.97


@pytest.mark.parametrize(("kind", "least"), [("verb", 0.5), ("owner", 0.6)])
def test_turned_verbs_and_swapped_owners_are_mostly_struck_out(kind: str, least: float, shelf, questions) -> None:
    """The hard ones: what is reached today is held."""
    told, _ = heard(kind, shelf, questions)
    assert sum(struck for struck, _ in told) / len(told) >= least


def test_true_sentences_are_kept(shelf, questions) -> None:
    """At most two in a hundred are struck out."""
    told, answers = heard("true", shelf, questions)
    assert answers >= 20
    assert struck_share(told) <= 0.02
