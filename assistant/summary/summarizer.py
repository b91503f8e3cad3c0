"""Draft summaries from a library: of one document, of several, or of a question that spans them."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.summary.across import summarize_across
from assistant.summary.draft import Drafted, default_template, drafts, summary_of
from assistant.summary.summary import Summary, SummaryPart
from assistant.summary.template import Template, check_words, load_template
from corpus.document import Document
from corpus.errors import SummaryError
from corpus.paragraph import Paragraph

if TYPE_CHECKING:
    from index.library import Library

Work = tuple[Document, Sequence[Paragraph]]
"""A document with its paragraphs in reading order."""


def _nobody(_done: int, _total: int, _what: str) -> None:
    """Tell nobody."""


def summarize_documents(
    works: Sequence[Work],
    template: str = "",
    words: int | None = None,
    tell: Callable[[int, int, str], None] = _nobody,
) -> Summary:
    """Draft one document, or several one after the other by date, sharing the words.

    Without a template each document has the one that fits it. Raise `SummaryError` for a document that lacks what the
    template needs, `TemplateError` for a template or a number of words that is not possible.
    """
    return deque(stream_documents(works, template, words, tell), maxlen=1)[0]


def stream_documents(
    works: Sequence[Work],
    template: str = "",
    words: int | None = None,
    tell: Callable[[int, int, str], None] = _nobody,
) -> Iterator[Summary]:
    """Yield the draft of `summarize_documents` as it grows; the last one is whole."""
    if not works:
        raise SummaryError("no document was named; name one, or ask a question with --about")
    ordered = sorted(works, key=lambda work: (work[0].metadata.date or "9999", work[0].id))
    chosen = [load_template(template or default_template(*work)) for work in ordered]
    wanted = check_words(words if words is not None else max(one.words for one in chosen))
    title = chosen[0].title.replace("{title}", ordered[0][0].name)
    done: list[Drafted] = []
    for rank, (work, one) in enumerate(zip(ordered, chosen, strict=True)):
        tell(rank, len(ordered), work[0].name)
        growing: Drafted | None = None
        for growing in drafts(*work, one, max(wanted // len(ordered), 1)):
            if len(ordered) == 1:
                yield summary_of([growing], one, wanted, title)
            else:
                yield _together([*done, growing], chosen[0], wanted, len(ordered))
        if growing is not None:
            done.append(growing)


def summarize_library(
    library: "Library",
    references: Sequence[str],
    template: str = "",
    words: int | None = None,
    *,
    about: str = "",
    tell: Callable[[int, int, str], None] = _nobody,
) -> Summary:
    """Draft documents of a library by id or path; with `about`, what they (or all, where none is named) say of it."""
    documents = [library.document(reference) for reference in references]
    if about.strip():
        return summarize_across(library, about, [document.id for document in documents], words)
    return summarize_documents([(d, library.paragraphs(d.id)) for d in documents], template, words, tell)


def _together(done: Sequence[Drafted], template: Template, words: int, count: int) -> Summary:
    """Put several drafts under the names of their documents."""
    headed = []
    for drafted in done:
        document = drafted.outline.document
        date = f"{document.metadata.date}: " if document.metadata.date else ""
        below = tuple(replace(part, level=part.level + 1) for part in drafted.parts)
        headed.append(replace(drafted, parts=(SummaryPart(f"{date}{document.name}", ()), *below)))
    return summary_of(headed, template, words, f"Summary of {count} documents")
