"""What happens on the page where summaries are drafted; `interfaces.drafting.layout` draws it."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from assistant.deadline import Stop
from assistant.summary.outline import Outline, outline_of
from assistant.summary.prose import in_prose
from assistant.summary.summarizer import stream_documents, summarize_library
from assistant.summary.summary import Summary
from assistant.summary.template import check_words, load_template, template_names
from corpus.errors import RapporteurError, SummaryError
from interfaces.drafting.desk import Desk
from interfaces.drafting.drafts import Drafts, links_to
from interfaces.drafting.markup import desk_markup, desk_sources, point_choices
from interfaces.markup.markup import escape
from interfaces.markup.problems import UNEXPECTED, as_sentence

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.chat.answering import ChatSetup
    from index.library import Library

NO_DRAFT = (
    '<div class="welcome"><h2>Draft a summary</h2><p>Choose a document, or several, and a shape. Or write a question, '
    "and what the documents say of it is set out by date. Each point cites its paragraphs.</p></div>"
)
NO_DRAFT_SOURCES = '<p class="no-sources">The paragraphs behind each point appear here.</p>'
FITTING = "the one that fits"
"""What the choice of a template offers first."""

MOST_DOCUMENTS = 50
"""Documents of one draft."""
LONGEST_POINT = 3_000
"""Characters of a point as a drafter words it."""
LONGEST_NUMBER = 9
"""Digits of a number of words; what is too many words is said by the template."""

log = logging.getLogger("rapporteur.page")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the page shows of a draft."""

    desk: Desk | None
    draft: str
    sources: str
    choices: list[tuple[str, int]]
    point: int | None
    """Number of the point that is chosen."""
    words: str
    """Words of that point, to be edited."""
    links: str = ""
    """Markup of the links by which the draft is downloaded."""


class DraftPage:
    """The events of the drafting page over one library."""

    def __init__(self, library: "Library", terms: "ChatSetup | None" = None) -> None:
        self.library = library
        self.terms = terms
        """How a chat model is let write; None where none is named."""
        self.drafts = Drafts()

    @classmethod
    def over(cls, library: "Library", assistant: "Assistant") -> "DraftPage":
        """Return the page over a library, with the chat model that an assistant writes with."""
        from assistant.chat.answering import ChatAssistant

        return cls(library, assistant.terms if isinstance(assistant, ChatAssistant) else None)

    def templates(self) -> list[tuple[str, str]]:
        """Return the shapes that are offered: what each is for, and its name."""
        known = [(f"{one.name}: {one.about}", one.name) for one in map(load_template, template_names())]
        return [(FITTING, ""), *known]

    def start(
        self, documents: Sequence[str], template: str, words: str, about: str, visitor: str, stop: Stop | None = None
    ) -> Iterator[Drawn]:
        """Draft, and show the draft as it grows; what goes wrong is told in a sentence in its place.

        With a chat model the draft in the documents' own words comes first, and section after section takes its place;
        `stop` leaves the others as they are. The whole draft can be downloaded by `visitor` alone.
        """
        yield Drawn(None, '<p class="pending">Reading…</p>', NO_DRAFT_SOURCES, [], None, "")
        desk: Desk | None = None
        try:
            for summary in self._summaries(documents, template, words, about, stop):
                desk = Desk.of(summary, self._outlines(summary))
                yield Drawn(None, desk_markup(desk, whole=False), NO_DRAFT_SOURCES, [], None, "")
            if desk is None:
                raise SummaryError("nothing was drafted; choose another document or another shape")
            yield self.drawn(desk, visitor)
        except RapporteurError as error:
            yield _problem(as_sentence(error))
        except Exception:
            log.exception("a summary could not be drafted")
            yield _problem(UNEXPECTED)

    def change(self, desk: Desk | None, what: str, number: int | None, words: str, visitor: str) -> Drawn:
        """Do to the chosen point what was asked: `up`, `down`, `drop`, `restore`, or `keep` the words written."""
        if desk is None:
            return _problem("There is no draft yet; choose a document and press Draft.")
        if number is None:
            return self.drawn(desk, visitor, note="Choose a point first.")
        try:
            if what == "keep":
                check_length(words)
            changes: dict[str, Any] = {
                "up": lambda: desk.move(number, -1),
                "down": lambda: desk.move(number, 1),
                "drop": lambda: desk.drop(number),
                "restore": lambda: desk.restore(number),
                "keep": lambda: desk.edit(number, words),
            }
            return self.drawn(changes[what](), visitor, number)
        except RapporteurError as error:
            return self.drawn(desk, visitor, number, note=as_sentence(error))

    def words_of(self, desk: Desk | None, number: int | None) -> str:
        """Return the words of a point, to be edited."""
        return next((held.text for held in desk.held if held.number == number), "") if desk else ""

    def drawn(self, desk: Desk, visitor: str, number: int | None = None, note: str = "") -> Drawn:
        """Return a draft as the page shows it, with the links by which its visitor downloads it."""
        number = number if number is not None else (desk.held[0].number if desk.held else None)
        told = f'<p class="problem">{escape(note)}</p>' if note else ""
        return Drawn(
            desk,
            told + desk_markup(desk),
            desk_sources(desk, lru_cache(maxsize=16)(self.library.paragraphs)),
            point_choices(desk),
            number,
            self.words_of(desk, number),
            links_to(self.drafts.keep(visitor, desk), desk.summary.title),
        )

    def _summaries(
        self, documents: Sequence[str], template: str, words: str, about: str, stop: Stop | None
    ) -> Iterator[Summary]:
        summary: Summary | None = None
        for summary in self._own_words(documents, template, words, about):
            yield summary
        if summary is not None and self.terms is not None:
            yield from in_prose(summary, self._outlines(summary), self.terms, stop)

    def _own_words(self, documents: Sequence[str], template: str, words: str, about: str) -> Iterator[Summary]:
        wanted = _number(words)
        documents = list(dict.fromkeys(documents))
        if len(documents) > MOST_DOCUMENTS:
            raise SummaryError(
                f"{len(documents)} documents are chosen, and one draft is made of {MOST_DOCUMENTS} at most"
            )
        if template and template not in template_names():
            raise SummaryError("there is no such shape; choose one of those that are offered")
        if about.strip():
            yield summarize_library(self.library, documents, words=wanted, about=about)
            return
        if not documents:
            raise SummaryError("choose a document, or write a question")
        found = [self.library.document(name) for name in documents]
        yield from stream_documents([(d, self.library.paragraphs(d.id)) for d in found], template, wanted)

    def _outlines(self, summary: Summary) -> dict[str, Outline]:
        return {d.id: outline_of(d, self.library.paragraphs(d.id)) for d in summary.documents}


def check_length(words: str) -> None:
    """Raise `SummaryError` for more words than a point can be checked with in a moment."""
    if len(words) > LONGEST_POINT:
        raise SummaryError(f"a point has {len(words):,} characters here, and {LONGEST_POINT:,} at most")


def _number(words: str) -> int | None:
    """Return a number of words as it was typed; None for an empty field."""
    typed = words.replace(",", "").strip()
    if typed and not (typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_NUMBER):
        raise SummaryError(f"the number of words is {words[:40]!r}; write a whole number, or leave it empty")
    return check_words(int(typed)) if typed else None


def _problem(message: str) -> Drawn:
    return Drawn(None, f'<p class="problem">{escape(message)}</p>', NO_DRAFT_SOURCES, [], None, "")
