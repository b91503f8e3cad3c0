"""From files to answers through the real parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import LONGEST_QUESTION, Assistant
from assistant.compose import Settings, open_assistant, open_library
from assistant.verification.verify import verify
from corpus.errors import QuestionError
from index.scope import Scope

_MINUTES = """# Minutes of the third meeting of the River Board

Oslo, 4 May 2021

## Opening

1. The meeting was opened by Ms. Berit Solheim, Director of the Water Authority. It was attended by 42 delegates from
Norway, Sweden and Finland.

2. Mr. Aki Laine, delegate of Finland, asked the Board to buy two new gauges for the Torne river.

## Decisions

3. The Board decided the following:

   (a) the fourth meeting will be held in Umea in June 2022;

   (b) each member will report its water levels every week;

   (c) a study of ice dams will be made by the University of Oulu.

4. The contributions for 2021 are: Norway - $90000, Sweden - $70000, Finland - $50000 and Denmark - $8000.
"""
_RELEASE = """Board and partners celebrate ten years

Stockholm, 9 September 2023

The River Board now has 61 gauges in its network, more than in any year before. "We began with eleven," said its
chair, Ms. Karin Ek.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Return an assistant over minutes and a press release."""
    folder = tmp_path_factory.mktemp("river")
    (folder / "minutes.md").write_text(_MINUTES)
    (folder / "release.txt").write_text(_RELEASE)
    settings = Settings(library=folder / "library")
    with open_library(settings) as library:
        library.ingest([folder / "minutes.md", folder / "release.txt"])
        yield open_assistant(settings, library)


@pytest.mark.parametrize(
    ("question", "words", "label"),
    [
        ("How many delegates attended the third meeting of the River Board?", "42", "1"),
        ("Who opened the meeting?", "Berit Solheim", "1"),
        ("What did the delegate of Finland ask for?", "two new gauges", "2"),
        ("What did Sweden contribute for 2021?", "$70000", "4"),
        ("How many gauges are in the network?", "61", ""),
    ],
)
def test_answer_holds_the_words_and_cites_the_paragraph(
    assistant: Assistant, question: str, words: str, label: str
) -> None:
    """A question is answered in the document's words, from the paragraph that says so."""
    answer = assistant.ask(question)
    assert not answer.refused
    assert words in answer.text
    cited = {citation.paragraph.label: citation for citation in answer.citations}
    assert label in cited


def test_list_is_given_with_its_lead_in(assistant: Assistant) -> None:
    """Each item of a list is a sentence with a citation of its own."""
    answer = assistant.ask("Which things did the Board decide?")
    labels = [citation.paragraph.label for citation in answer.citations]
    assert labels[:4] == ["3", "3(a)", "3(b)", "3(c)"]


def test_series_keeps_only_what_is_asked(assistant: Assistant) -> None:
    """Of a series of contributions, only the one asked about is shown."""
    answer = assistant.ask("And Denmark?", ["What did Norway contribute for 2021?"])
    assert "$8000" in answer.text
    assert "$90000" not in answer.text


def test_every_sentence_is_in_the_words_it_cites(assistant: Assistant) -> None:
    """Quotes are exact characters of their paragraph, and sentences state nothing else."""
    answer = assistant.ask("How many delegates attended the third meeting of the River Board?")
    for citation in answer.citations:
        text = citation.document.text
        assert text[citation.paragraph.start : citation.paragraph.end] == citation.paragraph.text
        assert citation.quote in citation.paragraph.text
    for sentence in answer.sentences:
        quotes = " ".join(c.quote for c in answer.citations if c.marker in sentence.citations)
        assert sentence.citations
        assert not verify(sentence.text, quotes)


@pytest.mark.parametrize(
    "question",
    [
        "How many delegates attended the meeting in Reykjavik?",
        "What did Iceland contribute for 2021?",
        "What did the Board decide at its seventh meeting?",
        "What is the recipe for fish soup?",
    ],
)
def test_what_the_documents_do_not_say_is_refused(assistant: Assistant, question: str) -> None:
    """A refusal says what was looked for and shows the nearest paragraphs."""
    answer = assistant.ask(question)
    assert answer.refused
    assert answer.reason
    assert not answer.sentences
    assert answer.related


@pytest.mark.parametrize("document", ["minutes", "release"])
def test_scope_limits_what_is_read(assistant: Assistant, document: str) -> None:
    """Nothing outside the scope is cited or offered, whether the question is answered or refused."""
    answer = assistant.ask("How many gauges are in the network?", scope=Scope(documents=frozenset({document})))
    seen = [*answer.citations, *answer.related]
    assert seen
    assert {citation.document.id for citation in seen} == {document}


def test_same_question_gives_the_same_answer(assistant: Assistant) -> None:
    """Nothing in an answer but its seconds changes between two runs."""
    first, second = (assistant.ask("Who chairs the River Board?") for _ in range(2))
    assert (first.text, first.citations, first.query) == (second.text, second.citations, second.query)


@pytest.mark.parametrize("question", ["", "   \n", "x" * (LONGEST_QUESTION + 1)])
def test_questions_that_cannot_be_asked_are_said_to_be(assistant: Assistant, question: str) -> None:
    """White space and endless questions raise an error with the next step."""
    with pytest.raises(QuestionError, match=r"write|shorten"):
        assistant.ask(question)


def test_answer_from_a_superseded_edition_says_so(tmp_path: Path) -> None:
    """A person who reads the first edition is told of the revision, and the other way round is not."""
    body = "Distr.: General\n\n# Report on the ferry line\n\n1. The ferry line carried {} cars in 2020.\n"
    for symbol, cars in (("A/91/5", 410), ("A/91/5/Rev.1", 425)):
        (tmp_path / f"{symbol.replace('/', '_')}.md").write_text(f"{symbol}\n\n{body.format(cars)}")
    settings = Settings(library=tmp_path / "library", embedding="hash", reader="none")
    with open_library(settings) as library:
        library.ingest(sorted(tmp_path.glob("*.md")))
        ids = {document.metadata.symbol: document.id for document in library.documents()}
        assistant = open_assistant(settings, library)
        asked = "How many cars did the ferry line carry in 2020?"
        first = assistant.ask(asked, scope=Scope(documents=frozenset({ids["A/91/5"]})))
        revised = assistant.ask(asked, scope=Scope(documents=frozenset({ids["A/91/5/Rev.1"]})))
    assert first.note == "A/91/5 has been superseded by A/91/5/Rev.1."
    assert "410" in first.text
    assert revised.note == ""
