"""Our answers beside those of plainer systems, on the same cases over the same documents in one run.

Usage: python benchmarks/answers.py CASES.yaml CORPUS [CASES.yaml CORPUS …]; without any, the starter cases. Prints a
table in Markdown for each pair. Every system has the same embedding and is judged by the same code:

- ours, as a person has it who sets nothing;
- plain LangChain: recursive splitter (1,000 characters, 200 shared), Chroma, the four nearest chunks, and of them the
  sentence nearest to the question;
- BM25 alone and dense alone: the best paragraph by that search, and of it the best sentence by the same.

The others are given the earlier turns before the question. They never refuse; a chunk of theirs that holds the gold
words counts as the right citation, though it is several paragraphs long.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from langchain_chroma import Chroma  # noqa: E402
from langchain_core.documents import Document as Piece  # noqa: E402
from langchain_core.embeddings import Embeddings  # noqa: E402
from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: E402

from assistant.answer import Answer, Citation, Sentence  # noqa: E402
from assistant.compose import Settings, open_assistant  # noqa: E402
from assistant.trace import Trace  # noqa: E402
from corpus.document import Document  # noqa: E402
from corpus.errors import RapporteurError  # noqa: E402
from corpus.offline import stay_offline  # noqa: E402
from corpus.paragraph import Paragraph  # noqa: E402
from corpus.text.sentences import sentence_spans  # noqa: E402
from evals.cases.load import load_cases  # noqa: E402
from evals.comparing.measures import MEASURES  # noqa: E402
from evals.outcome import Outcome  # noqa: E402
from evals.running.filled import filled_library  # noqa: E402
from evals.running.quotes import Shelves  # noqa: E402
from evals.running.run import Answering, run_cases  # noqa: E402
from evals.trials.plain_search import SentencePool, best_of_top_passage, passages_alone  # noqa: E402
from index.library import Library  # noqa: E402
from index.passage import Passage  # noqa: E402

STARTER = (ROOT / "evals" / "starter.yaml", ROOT / "corpus" / "starter")
COLUMNS = (
    "answered right", "cited right", "refused right", "false refusals", "must recall", "token F1",
    "gold in the first 10", "MRR", "seconds, median",
)  # fmt: skip
_READ, _FOUND = 4, 10
"""Chunks that LangChain's chain reads, and those looked at to see where the gold is."""


class SameEmbedding(Embeddings):
    """The embedding of a library, as LangChain asks for one."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a vector for each text."""
        return [vector.tolist() for vector in self._library.encode(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return list(map(float, self._library.encode([text])[0]))


class PlainLangChain:
    """Splitter, Chroma, nearest chunks, nearest sentence."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._documents = {document.id: document for document in library.documents()}
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
        sources = [Piece(document.text, metadata={"document": name}) for name, document in self._documents.items()]
        self._store = Chroma(collection_name=f"plain-{time.time_ns()}", embedding_function=SameEmbedding(library))
        self._store.add_documents(splitter.split_documents(sources))

    def follow(self, question: str, history: Sequence[str] = ()) -> Trace:
        """Answer with the nearest sentence of the nearest chunks."""
        started = time.perf_counter()
        query = " ".join([*history, question])
        found = [self._passage(piece, rank) for rank, piece in enumerate(self._store.similarity_search(query, _FOUND))]
        texts = [
            (passage, passage.paragraph.text[start:end])
            for passage in found[:_READ]
            for start, end in sentence_spans(passage.paragraph.text)
        ]
        vectors = self._library.encode([query, *(text for _, text in texts)])
        best = texts[int(np.argmax(vectors[1:] @ vectors[0]))]
        return _said(question, query, *best, found, started)

    def _passage(self, piece: Piece, rank: int) -> Passage:
        document = self._documents[piece.metadata["document"]]
        start = piece.metadata["start_index"]
        text = piece.page_content
        chunk = Paragraph(document.id, start, "", rank + 1, (), None, start, start + len(text), text)
        return Passage(document, chunk, rank + 1, 1 / (rank + 1), 0.0, 0.0)


class OneSearchAlone:
    """The best sentence of the best paragraph, by one search."""

    def __init__(self, library: Library, search: str) -> None:
        self._library = library
        self._search = search
        self._pool = SentencePool(library)

    def follow(self, question: str, history: Sequence[str] = ()) -> Trace:
        """Answer with that sentence; say nothing where no word is shared."""
        started = time.perf_counter()
        query = " ".join([*history, question])
        passages = {self._search: passages_alone(self._library, query)[self._search]}
        found = best_of_top_passage(self._pool, query, passages)
        ranked = [replace(passage, rank=rank) for rank, passage in enumerate(passages[self._search][:_FOUND], start=1)]
        if self._search not in found:
            return Trace(Answer(question, query, (), (), True, "Nothing shares a word.", (), 0.0, ""), ranked)
        best = found[self._search]
        top = next(each for each in ranked if (each.document.id, each.paragraph.position) == best.place[:2])
        return _said(question, query, top, best.words, ranked, started)


def _said(question: str, query: str, passage: Passage, words: str, found: Sequence[Passage], started: float) -> Trace:
    """Return an answer of one sentence with the passage it is from."""
    document: Document = passage.document
    citation = Citation(1, document, passage.paragraph, words)
    sentence = Sentence(words, (1,))
    seconds = time.perf_counter() - started
    return Trace(Answer(question, query, (sentence,), (citation,), False, "", (), seconds, ""), found)


def systems(settings: Settings, library: Library) -> Iterator[tuple[str, Answering]]:
    """Yield each system with its name, ready to answer."""
    ours = open_assistant(settings, library)
    ours.load()
    yield "Rapporteur", ours
    yield "plain LangChain", PlainLangChain(library)
    yield "BM25 alone", OneSearchAlone(library, "bm25")
    yield "dense alone", OneSearchAlone(library, "dense")


def table(cases_file: Path, corpus: Path) -> Iterator[str]:
    """Yield the lines of the table of a file of cases over a folder of documents."""
    cases = load_cases(cases_file)
    yield f"{cases_file.name}: {len(cases)} cases, {datetime.now(UTC):%Y-%m-%d}\n"
    yield f"| system | {' | '.join(COLUMNS)} |\n|---|{'--:|' * len(COLUMNS)}"
    settings = Settings.from_environment()
    with filled_library(settings, corpus) as library:
        for name, system in systems(settings, library):
            outcomes = run_cases(cases, system, _progress(name), shelves=Shelves(library))
            yield f"| {name} | {' | '.join(_values(outcomes))} |"


def _values(outcomes: Sequence[Outcome]) -> list[str]:
    by_name = {measure.name: measure for measure in MEASURES}
    values = [by_name[name].over(outcomes) for name in COLUMNS]
    return ["–" if value is None else f"{value:.2f}" for value in values]


def _progress(name: str):  # type: ignore[no-untyped-def]
    if not sys.stderr.isatty():
        return None
    return lambda done, total: print(f"\r{name}: {done} of {total}  \r", end="", file=sys.stderr, flush=True)


def main() -> None:
    """Print the tables."""
    stay_offline()
    named = [Path(name) for name in sys.argv[1:]] or list(STARTER)
    try:
        for cases_file, corpus in zip(named[::2], named[1::2], strict=True):
            for line in table(cases_file, corpus):
                print(line, flush=True)
            print()
    except RapporteurError as error:
        sys.exit(f"answers: {error}")


if __name__ == "__main__":
    main()
