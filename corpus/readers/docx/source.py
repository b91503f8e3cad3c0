"""What is needed to read the paragraphs of one Word document, and what is gathered beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.block import Block
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.docx.numbering import AutomaticNumbers
from corpus.readers.docx.runs import Runs
from corpus.readers.docx.styles import Styles
from corpus.readers.ooxml import PackagePart


@dataclass(slots=True)
class DocxSource:
    """What is needed to read the paragraphs of one document, and what is gathered beside them."""

    archive: Archive
    document: PackagePart
    depth: int
    """In how many files that are merged into one another it lies."""
    numbers: AutomaticNumbers
    styles: Styles
    note_marks: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    table: int = 0
    told: set[str] = field(default_factory=set)
    carried: Runs = field(default_factory=Runs)
    """The runs of a paragraph whose end is deleted, so that the next goes on with it."""
    visible: list[str] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)


def calls_of(runs: Runs, known: DocxSource) -> tuple[str, ...]:
    """Return the marks of the notes that a paragraph calls."""
    return tuple(known.note_marks[note] for note in runs.notes if note in known.notes)


def called_notes(runs: Runs, known: DocxSource) -> Iterator[Block]:
    """Yield the notes that a paragraph calls and that were not told before."""
    for note in runs.notes:
        if note not in known.told and known.notes.get(note):
            known.told.add(note)
            yield Block(known.notes[note], role="note", note=known.note_marks[note])
