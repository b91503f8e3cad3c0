"""From the paragraphs of a document to the chunks that are embedded and indexed."""

from collections.abc import Iterator, Sequence

from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.text.sentences import sentence_spans
from index.chunk import Chunk

CHUNKING = "4"
"""Version of the rules in this file. A library whose chunks were cut by others asks for `rapporteur reindex`."""

_BODY_PIECES = 180
_CONTEXT_PIECES = 60
"""In word pieces as `_pieces` estimates them; together they stay within an encoder that reads 256."""


def split(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[Chunk]:
    """Yield the chunks of a document in reading order.

    A chunk is one paragraph, or a stretch of whole sentences of a long one, after its context: the title, the headings,
    the lead-in it hangs from. A heading gives its words to what stands below it and is a chunk of its own only when
    nothing does.
    """
    by_position = {paragraph.position: paragraph for paragraph in paragraphs}
    # A section's name begins with the heading's number where it has one: `II. Decisions`.
    named = {heading for paragraph in paragraphs for heading in paragraph.section}
    headings_in_use = named | {heading.partition(" ")[2] for heading in named}
    for paragraph in paragraphs:
        if paragraph.kind == "heading" and paragraph.text in headings_in_use:
            continue
        parent = by_position.get(paragraph.parent) if paragraph.parent is not None else None
        context = _context(document, paragraph, parent)
        for part, words in enumerate(_bodies(paragraph)):
            yield Chunk(
                id=f"{document.id}:{paragraph.position}:{part}",
                document=document.id,
                position=paragraph.position,
                part=part,
                text=f"{context}\n{words}" if context else words,
            )


def _context(document: Document, paragraph: Paragraph, parent: Paragraph | None) -> str:
    """Say where a paragraph stands: nearest heading and lead-in are kept longest."""
    path = [heading for heading in paragraph.section if heading != document.metadata.title]
    lead_in = [parent.text.rstrip(" :;")] if parent is not None else []
    kept: list[str] = []
    room = _CONTEXT_PIECES
    for words in [*lead_in, *reversed(path), document.metadata.title]:
        words = _shortened(" ".join(words.split()), room)
        if words:
            kept.insert(0, words)
            room -= _pieces(words)
    return " > ".join(kept)


def _bodies(paragraph: Paragraph) -> Iterator[str]:
    """Yield the words of a paragraph, whole or in stretches of whole sentences that an encoder can read."""
    if paragraph.kind == "row":
        yield from _stretches(_cells(paragraph), "; ")
    elif _pieces(paragraph.text) <= _BODY_PIECES:
        if paragraph.text.strip():
            yield paragraph.text
    else:
        yield from _stretches([paragraph.text[start:end] for start, end in sentence_spans(paragraph.text)], " ")


def _cells(paragraph: Paragraph) -> list[str]:
    """Write each cell of a row after the heading of its column: `Participants: 70`."""
    cells = paragraph.text.split("\t")
    headings = paragraph.columns if len(paragraph.columns) == len(cells) else ("",) * len(cells)
    return [f"{h}: {c.strip()}" if h else c.strip() for h, c in zip(headings, cells, strict=True) if c.strip()]


def _stretches(pieces: Sequence[str], joint: str) -> Iterator[str]:
    """Join neighbours for as long as they fit; one that does not fit alone is cut between words."""
    stretch: list[str] = []
    size = 0
    for piece in (part for whole in pieces for part in _cut(whole)):
        if stretch and size + _pieces(piece) > _BODY_PIECES:
            yield joint.join(stretch)
            stretch, size = [], 0
        stretch.append(piece)
        size += _pieces(piece)
    if stretch:
        yield joint.join(stretch)


def _cut(sentence: str) -> Iterator[str]:
    """Yield a sentence, or runs of its words where it is longer than a chunk; a word longer than that is cut too."""
    if _pieces(sentence) <= _BODY_PIECES:
        yield sentence
        return
    run: list[str] = []
    size = 0
    widest = _BODY_PIECES * 3
    for long_word in sentence.split():
        for word in (long_word[i : i + widest] for i in range(0, len(long_word), widest)):
            if run and size + _pieces(word) > _BODY_PIECES:
                yield " ".join(run)
                run, size = [], 0
            run.append(word)
            size += _pieces(word)
    if run:
        yield " ".join(run)


def _shortened(words: str, pieces: int) -> str:
    """Cut context to the room there is, from the end."""
    while words and _pieces(words) > pieces:
        words = words.rpartition(" ")[0]
    return words


def _pieces(words: str) -> int:
    """Estimate how many word pieces an encoder makes of words: one a word, and more for the long and the odd."""
    return sum(1 + (len(word) - 1) // 6 for word in words.split()) if words else 0
