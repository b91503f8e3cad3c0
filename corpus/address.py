"""Find the paragraph that a person means by the number they typed."""

import re
from collections.abc import Iterable, Sequence

from corpus.paragraph import Paragraph

_PIECE = re.compile(r"\d+|[^\W\d_]+")
_LEAD_WORDS = frozenset({"para", "paras", "paragraph", "paragraphs"})


def paragraphs_at(paragraphs: Sequence[Paragraph], reference: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs that a reference points at, in reading order.

    `13(c)`, `13 (c)`, `13c`, `para. 13(c)` and `Paragraph 13 c.` are one address. Several paragraphs may bear it, for
    numbering restarts. A paragraph without a number goes by its printed address, as in `Opening of the session, ¶ 2`.
    The first of these readings that finds anything holds: the label as its pieces; the label run together; the address;
    the end of a longer label, as `24` is of `Annex I, 24`.
    """
    pieces = _pieces(reference)
    if not pieces:
        return ()
    readings = (
        (paragraph for paragraph in paragraphs if "¶" not in reference and _pieces(paragraph.label) == pieces),
        (paragraph for paragraph in paragraphs if "¶" not in reference and _joined(paragraph.label) == "".join(pieces)),
        (paragraph for paragraph in paragraphs if not paragraph.label and _pieces(paragraph.address) == pieces),
        (paragraph for paragraph in paragraphs if "," in paragraph.label and _ends(paragraph.label, pieces)),
    )
    return next((found for found in map(tuple, readings) if found), ())


def labels(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """Return the labels that paragraphs bear, each once, in reading order."""
    return tuple(dict.fromkeys(paragraph.label for paragraph in paragraphs if paragraph.label))


def _pieces(reference: str) -> tuple[str, ...]:
    """Part a reference into its numbers and words, without "para." before them: `13(c)` → `13`, `c`."""
    pieces = _PIECE.findall(reference.casefold())
    return tuple(pieces[1:] if pieces and pieces[0] in _LEAD_WORDS else pieces)


def _joined(label: str) -> str:
    return "".join(_pieces(label))


def _ends(label: str, pieces: tuple[str, ...]) -> bool:
    return _pieces(label.rpartition(",")[2]) == pieces
