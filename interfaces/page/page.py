"""What happens on the chat page: what a person does goes to the assistant or the library, what comes back is shown.

Nothing here knows the toolkit the page is drawn with; `interfaces.page.layout` does.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.deadline import Stop
from corpus.document import Document
from corpus.errors import RapporteurError
from interfaces.markup.markup import escape
from interfaces.markup.problems import UNEXPECTED, as_sentence
from interfaces.markup.turns import (
    TURNS_KEPT,
    Turn,
    answered_turn,
    conversation_markup,
    failed_turn,
    history,
    panel_markup,
    pending_turn,
    settled,
)
from interfaces.page.limits import Limits, document_choices, kind_choices
from interfaces.page.uploads import add_uploads, report_markup

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.library import Library, Step

WELCOME = (
    '<div class="welcome"><h2>What do the documents say?</h2><p>Ask in your own words. Each sentence of the answer '
    "points at the paragraph it came from, and what the documents do not say is not answered.</p></div>"
)
NO_DOCUMENTS = (
    '<div class="welcome"><h2>This library holds no documents yet</h2><p>Open “Add documents” below and drop in '
    "reports, meeting reports or press releases. For a whole folder, stop this server and use a terminal: "
    "<code>rapporteur ingest FOLDER</code>.</p></div>"
)
NO_SOURCES = (
    '<p class="no-sources">The paragraphs behind an answer appear here: the words it rests on are marked, '
    "and the text around them is shown.</p>"
)


log = logging.getLogger("rapporteur.page")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of a conversation."""

    turns: tuple[Turn, ...]
    conversation: str
    sources: str
    box: str | None = None
    """New words for the question box; None leaves what is typed there."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the page shows of the library."""

    status: str
    welcome: str
    documents: list[tuple[str, str]]
    """Label and id of each document that a search can be limited to."""
    kinds: list[str]
    files: frozenset[str]
    """Names of the files the documents came from."""


class Page:
    """The events of the chat page over one library."""

    def __init__(self, library: "Library", assistant: "Assistant", folder: Path) -> None:
        self.library = library
        self.assistant = assistant
        self.folder = folder
        self._adding = threading.Lock()

    def ask(
        self, question: str, turns: tuple[Turn, ...], read_limits: Callable[[], Limits], stop: Stop | None = None
    ) -> Iterator[Shown]:
        """Show the question at once, then its reply, sentence by sentence where a chat model writes it."""
        turns = settled(turns)
        number = turns[-1].number + 1 if turns else 1
        waiting = (*turns, pending_turn(number, question))
        yield Shown(waiting, conversation_markup(waiting), panel_markup(turns) or NO_SOURCES, box="")
        for turn in self._turn(number, question, turns, read_limits, stop):
            kept = (*turns, turn)[-TURNS_KEPT:]
            box = None if turn.answered else question.strip()
            yield Shown(kept, conversation_markup(kept), panel_markup(kept), box=box)

    def stopped(self, turns: tuple[Turn, ...]) -> Shown:
        """Leave a reply that a person stopped as it is: what of it is shown was checked."""
        kept = settled(turns)
        return Shown(kept, conversation_markup(kept) or self.holdings().welcome, panel_markup(kept) or NO_SOURCES)

    def start_over(self) -> Shown:
        """Forget the conversation."""
        return Shown((), self.holdings().welcome, NO_SOURCES, box="")

    def holdings(self) -> Holdings:
        """Return what the library holds, as the page shows it."""
        documents = self.library.documents()
        return Holdings(
            status=_status(documents),
            welcome=WELCOME if documents else NO_DOCUMENTS,
            documents=document_choices(documents),
            kinds=kind_choices(documents),
            files=frozenset(Path(document.path).name for document in documents),
        )

    def add(self, files: Sequence[Path], report: Callable[["Step"], None]) -> str:
        """Ingest uploaded files and return the markup that says what came in."""
        try:
            with self._adding:  # a file takes the place of an earlier one of its name
                return report_markup(add_uploads(self.library, self.folder, files, report))
        except RapporteurError as error:
            message = as_sentence(error)
        except Exception:
            log.exception("uploaded files could not be added")
            message = UNEXPECTED
        return f'<p class="problem">{escape(message)}</p>'

    def _turn(
        self,
        number: int,
        question: str,
        turns: tuple[Turn, ...],
        read_limits: Callable[[], Limits],
        stop: Stop | None,
    ) -> Iterator[Turn]:
        """Yield the turn as its reply grows."""
        try:
            limits = read_limits()
            for answer in self.assistant.stream(question, history(turns), limits.scope, stop):
                yield answered_turn(number, answer, str(limits), self.library.paragraphs)
        except RapporteurError as error:
            yield failed_turn(number, question, as_sentence(error))
        except Exception:
            log.exception("a question could not be answered")
            yield failed_turn(number, question, UNEXPECTED)


def _status(documents: Sequence[Document]) -> str:
    count = len(documents)
    return f"<p>{count:,} {'document' if count == 1 else 'documents'} in the library</p>"
