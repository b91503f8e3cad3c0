"""An answer reads well in a terminal and holds to its contract as JSON."""

import io
import json

from rich.console import Console

from assistant.answer import Answer, Citation, Sentence
from corpus.document import Document, Metadata
from corpus.paragraph import Paragraph
from interfaces.answer_json import answer_as_json
from interfaces.terminal.answer_text import answer_text, place_of

TEXT = "I. Attendance\n2. In all, 84 came.\nThey left."
DOCUMENT = Document(
    "workshop", "/papers/workshop.txt", "ab", "txt", Metadata("Report of the workshop", "W/1", "2031-03-04"), TEXT
)
PARAGRAPH = Paragraph("workshop", 1, "2", 1, ("I. Attendance", "Opening"), 4, 17, 33, TEXT[17:33])
CITATION = Citation(1, DOCUMENT, PARAGRAPH, "84 came")
ANSWER = Answer(
    "How many came?",
    "many came",
    (Sentence("In all, 84 came.", (1,), ((8, 10),)),),
    (CITATION,),
    False,
    "",
    (),
    0.12,
    "d",
)
REFUSAL = Answer("Who?", "who", (), (), True, "The documents do not say who.", (CITATION,), 0.1, "d")


def printed(answer: Answer) -> str:
    """Return what the terminal shows."""
    console = Console(file=io.StringIO(), width=100, markup=False, highlight=False)
    console.print(answer_text(answer))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_an_answer_has_markers_and_sources() -> None:
    """After the sentences come title, section, label, page and the words."""
    assert printed(ANSWER).splitlines() == [
        "In all, 84 came. [1]",
        "",
        "Sources",
        "[1] Report of the workshop, W/1, 2031-03-04",
        "    I. Attendance › Opening · para. 2 · page 4",
        "    “84 came”",
    ]


def test_a_refusal_shows_the_nearest_paragraphs() -> None:
    """The reason comes first, and what was near is not called a source."""
    lines = printed(REFUSAL).splitlines()
    assert lines[0] == "The documents do not say who."
    assert "Nearest paragraphs" in lines
    assert "Sources" not in lines


def test_markup_in_a_document_is_shown_as_it_is() -> None:
    """Square brackets are words of the document."""
    tricky = Answer("q", "q", (Sentence("[bold]x[/bold] :smile:", (1,)),), (CITATION,), False, "", (), 0.1, "d")
    assert printed(tricky).splitlines()[0] == "[bold]x[/bold] :smile: [1]"


def test_a_paragraph_without_a_number_names_its_section_once() -> None:
    """Its address begins with its heading."""
    plain = Paragraph("workshop", 1, "", 3, ("Part", "Opening"), None, 17, 33, TEXT[17:33])
    assert place_of(Citation(1, DOCUMENT, plain, "84")) == "Part · Opening, ¶ 3"


def test_json_has_exactly_the_fields_of_the_contract() -> None:
    """Names, order and shapes are those that programs rely on."""
    written = answer_as_json(ANSWER)
    assert list(written) == [
        "schema", "question", "query", "answer", "refused", "reason", "seconds", "sentences", "citations", "related",
    ]  # fmt: skip
    assert written["schema"] == 1
    assert written["answer"] == "In all, 84 came."
    assert written["sentences"] == [{"text": "In all, 84 came.", "citations": [1]}]
    assert written["citations"] == [
        {
            "marker": 1,
            "quote": "84 came",
            "document": {
                "id": "workshop", "title": "Report of the workshop", "path": "/papers/workshop.txt",
                "date": "2031-03-04",
            },
            "paragraph": {
                "id": "workshop:1", "label": "2", "section": ["I. Attendance", "Opening"], "page": 4,
                "start": 17, "end": 33, "text": "In all, 84 came.",
            },
        }
    ]  # fmt: skip
    assert written["related"] == []
    assert json.loads(json.dumps(written)) == written


def test_json_of_a_refusal_has_related_paragraphs_in_the_same_shape() -> None:
    """What is near has the shape of a citation."""
    written = answer_as_json(REFUSAL)
    assert (written["refused"], written["citations"], written["sentences"]) == (True, [], [])
    assert written["related"] == answer_as_json(ANSWER)["citations"]
    assert written["answer"] == written["reason"] == "The documents do not say who."
