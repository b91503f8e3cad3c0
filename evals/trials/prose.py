"""Measure the check of a chat model's sentences on prose: how many true ones it strikes out, how many wrong it catches.

`model_prose.jsonl` holds sentences as a model writes them of real documents, in words of its own, each with the
paragraphs it cites; a wrong one has one thing wrong, of the kind that `wrong` names.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.evidence.library_context import LibraryContext
from assistant.verification.prose.check import Cited, check_written
from assistant.verification.prose.document_words import DocumentWords
from corpus.document import Document
from index.library import Library
from index.passage import Passage

PROSE = Path(__file__).parents[1] / "model_prose.jsonl"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a model."""

    said: str
    cites: tuple[tuple[str, int, int, int], ...]
    """File name and position of each paragraph, and from which character to which it is quoted."""
    asked: str
    wrong: str
    """What is wrong: number, date, name, owner, verb, negation, direction, modality, or something added."""


def read_prose(path: Path = PROSE) -> Iterator[Said]:
    """Yield the sentences of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Said(row["said"], tuple(map(tuple, row["cites"])), row["asked"], row["wrong"])


def struck(prose: Iterable[Said], library: Library) -> tuple[Counter[str], Counter[str], list[tuple[Said, str]]]:
    """Return how many sentences of each kind were struck out, of how many, and the true ones struck with the reason.

    True ones are of kind "". A sentence that cites a file which the library does not have is left out.
    """
    found, tried, lost = Counter[str](), Counter[str](), []
    for each, fault_of in checks_of(prose, library):
        tried[each.wrong] += 1
        fault = fault_of()
        if fault:
            found[each.wrong] += 1
            if not each.wrong:
                lost.append((each, fault))
    return found, tried, lost


def checks_of(prose: Iterable[Said], library: Library) -> Iterator[tuple[Said, Callable[[], str]]]:
    """Yield each sentence whose files the library has, with what checks it and gives why it is struck out."""
    around = LibraryContext(library)
    by_name = {Path(document.path).name: document for document in library.documents()}
    for each in prose:
        documents = [by_name[name] for name, *_ in each.cites if name in by_name]
        if len(documents) == len(each.cites):
            yield each, _check(each, documents, around)


def _check(each: Said, documents: list[Document], around: LibraryContext) -> Callable[[], str]:
    cited = []
    for document, (_, position, start, end) in zip(documents, each.cites, strict=True):
        paragraph = around.paragraphs(document)[position]
        evidence = around.evidence(Passage(document, paragraph, 1, 0.0, 0.0, 0.0))
        cited.append(Cited(paragraph, paragraph.text[start:end], evidence.taken_as_read))
    words = DocumentWords(
        lambda: (paragraph.text for document in documents for paragraph in around.paragraphs(document)),
        around.rarity.is_common,
    )
    return lambda: str(check_written(each.said, cited, words, each.asked).problem or "")
