"""Tiny sets in the formats of the public ones, about things that nobody ever asked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.compose import Settings
from evals.trial import Trial

PASSAGES = {
    "Saltmarsh": "The lighthouse of Saltmarsh was built in 1811 by Ada Quill. It stands 41 metres high. "
    "Two keepers lived in it until 1967.",
    "Windermoor": "The brewery of Windermoor makes barley ale and cider. It was founded by the Tarn family in 1790. "
    "Nine people work there.",
}


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """Return a trial that needs no model."""
    return Trial(Settings(tmp_path / "library", embedding="hash"))


@pytest.fixture
def squad2(tmp_path: Path) -> Path:
    """Write two paragraphs with two answerable questions and one that is not."""

    def asked(question: str, *answers: str) -> dict[str, Any]:
        found = [{"text": answer, "answer_start": 0} for answer in answers]
        return {"question": question, "id": question, "answers": found, "is_impossible": not answers}

    paragraphs = [
        {"context": PASSAGES["Saltmarsh"], "qas": [asked("When was the lighthouse of Saltmarsh built?", "1811")]},
        {
            "context": PASSAGES["Windermoor"],
            "qas": [asked("Who founded the brewery of Windermoor?", "Tarn family"), asked("Who was Zoltan Zebedee?")],
        },
    ]
    articles = [{"title": "Coast_towns", "paragraphs": paragraphs}]
    return _write(tmp_path / "squad2.json", json.dumps({"version": "v2.0", "data": articles}))


@pytest.fixture
def clapnq(tmp_path: Path) -> Path:
    """Write one question with a gold sentence and one without."""

    def record(name: str, question: str, *chosen: int) -> dict[str, Any]:
        sentences = [part if part.endswith(".") else f"{part}." for part in PASSAGES[name].split(". ")]
        passage = {"title": name, "text": PASSAGES[name], "sentences": sentences}
        selected = [sentences[rank] for rank in chosen]
        output = [{"answer": " ".join(selected), "selected_sentences": selected}]
        return {"id": f"{name} {question}", "input": question, "passages": [passage], "output": output}

    records = [
        record("Saltmarsh", "who built the lighthouse of Saltmarsh", 0),
        record("Windermoor", "when did the Zoltan Zebedee orchestra tour"),
    ]
    return _write(tmp_path / "clapnq.jsonl", "\n".join(map(json.dumps, records)) + "\n")


@pytest.fixture
def mtrag(tmp_path: Path) -> Path:
    """Write a conversation of two turns, whose second leans on the first, and a turn without an answer."""

    def task(answerability: str, target: str, passages: list[str], *turns: str) -> dict[str, Any]:
        said = [[{"speaker": "user", "text": turn}, {"speaker": "agent", "text": "Well."}] for turn in turns]
        return {
            "input": [turn for pair in said for turn in pair][:-1],
            "contexts": [{"document_id": name} for name in passages],
            "targets": [{"speaker": "agent", "text": target}],
            "Answerability": [answerability],
        }

    first, second = "Who built the lighthouse of Saltmarsh?", "How high is it?"
    tasks = [
        task("ANSWERABLE", "Ada Quill built it.", ["Saltmarsh"], first),
        task("ANSWERABLE", "It stands 41 metres high.", ["Saltmarsh"], first, second),
        task("UNANSWERABLE", "I do not know.", [], "Who conducts the Zoltan Zebedee orchestra?"),
    ]
    documents = [{"document_id": name, "text": text, "title": name} for name, text in PASSAGES.items()]
    return _write(tmp_path / "mtrag.json", json.dumps({"documents": documents, "tasks": tasks}))


@pytest.fixture
def unfccc(tmp_path: Path) -> Path:
    """Write a decision of two paragraphs, and a question whose gold passage holds the second."""
    folder = tmp_path / "unfccc"
    (folder / "documents").mkdir(parents=True)
    decision = (
        "Decision 1/XYZ\n\n1. Welcomes the report of the lighthouse board on its work in 2021;\n\n"
        "2. Decides that the harbour fund shall receive 41 million pounds in 2022;\n"
    )
    _write(folder / "documents" / "decision.txt", decision)
    case = {
        "id": "c1",
        "question": "How much shall the harbour fund receive in 2022?",
        "answer": "The harbour fund receives 41 million pounds.",
        "document": "decision.txt",
        "gold": "in 2021;\n\t2.\tDecides  that the harbour fund shall receive 41 million pounds in 2022;\n\t3.\tAsks",
    }
    _write(folder / "cases.jsonl", json.dumps(case) + "\n")
    return folder


@pytest.fixture
def scifact(tmp_path: Path) -> Path:
    """Write two abstracts, as printed arrays of sentences, and a claim for each."""
    folder = tmp_path / "scifact"
    folder.mkdir()
    arrays = {
        "11": f"\"['{PASSAGES['Saltmarsh']}'\n 'It doesn\\'t move.']\"",
        "12": f"\"['{PASSAGES['Windermoor']}']\"",
    }
    rows = [f"{key},About {key},{array},False" for key, array in arrays.items()]
    _write(folder / "corpus.csv", "\n".join(["doc_id,title,abstract,structured", *rows]) + "\n")
    _write(folder / "queries.tsv", "1\tThe lighthouse stands 41 metres high.\n2\tCider is made by a brewery.\n")
    _write(folder / "qrels.txt", "1 0 11 1\n2 0 12 1\n")
    return folder


@pytest.fixture
def canard(tmp_path: Path) -> Path:
    """Write a turn that lacks its subject and one that is complete."""
    topic = ["Ada Quill", "Early life"]
    records = [
        {"History": topic, "Question": "Where was she born?", "Rewrite": "Where was Ada Quill born?"},
        {
            "History": [*topic, "Where was she born?", "In Saltmarsh."],
            "Question": "Which lighthouse did Ada Quill build in Saltmarsh?",
            "Rewrite": "which lighthouse did Ada Quill build in Saltmarsh",
        },
    ]
    return _write(tmp_path / "canard.json", json.dumps(records))


@pytest.fixture
def cast2019(tmp_path: Path) -> Path:
    """Write two conversations of search questions with a person's rewrites."""
    turns = [
        ("7", "1", "What is barley ale?", "What is barley ale?"),
        ("7", "2", "Is it brewed in Windermoor?", "Is barley ale brewed in Windermoor?"),
        ("8", "1", 'Who keeps the "lighthouse?', 'Who keeps the "lighthouse?'),
    ]
    folder = tmp_path / "cast2019"
    folder.mkdir()
    for name, column in (("1_Original.tsv", 2), ("10_Human.tsv", 3)):
        lines = [f"{turn[0]}\t{turn[1]}\t{turn[0]}_{turn[1]}\t{turn[column]}\t{turn[2]}" for turn in turns]
        _write(folder / name, "\n".join(["conversation_id\tturn_id\tid\tquery\toriginal", *lines]) + "\n")
    return folder


@pytest.fixture
def values() -> Callable[..., dict[str, Any]]:
    """Return what gives the values of one system by metric."""
    return lambda figures, system="ours": {
        figure.metric: figure.values[system] for figure in figures if system in figure.values
    }


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
