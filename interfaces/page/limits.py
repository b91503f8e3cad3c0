"""The limits of a search as a person sets them on the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.errors import QuestionError
from index.scope import Scope

ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is to be searched; empty fields set no limit."""

    documents: tuple[str, ...] = ()
    """Ids of documents."""
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    @classmethod
    def from_form(
        cls, documents: Sequence[str] | None, kinds: Sequence[str] | None, since: str, until: str
    ) -> "Limits":
        """Read the fields of the form; raise `QuestionError` for a date that is not one."""
        return cls(tuple(documents or ()), tuple(kinds or ()), _iso_date(since, "from"), _iso_date(until, "to"))

    @property
    def scope(self) -> Scope:
        """Return the limits as a search takes them."""
        return Scope(
            documents=frozenset(self.documents), kinds=frozenset(self.kinds), since=self.since, until=self.until
        )

    def __str__(self) -> str:
        """Say the limits in words; empty when there are none."""
        count = len(self.documents)
        parts = [f"{count} chosen document{'' if count == 1 else 's'}"] if count else []
        if self.kinds:
            parts.append("kind: " + ", ".join(self.kinds))
        if self.since:
            parts.append(f"from {self.since}")
        if self.until:
            parts.append(f"to {self.until}")
        return ", ".join(parts)


def document_choices(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Return what the form offers: a label to read and an id, in the order of the labels."""
    return sorted((f"{document.name} ({document.metadata.date or document.id})", document.id) for document in documents)


def kind_choices(documents: Sequence[Document]) -> list[str]:
    """Return the kinds of document there are, in order."""
    return sorted({document.metadata.kind for document in documents} - {""})


def _iso_date(text: str | None, field: str) -> str:
    date = (text or "").strip()
    if date and not ISO_DATE.fullmatch(date):
        raise QuestionError(
            f"the date {date[:40]!r} in the field {field!r} is not one; write 2020, 2020-11 or 2020-11-05"
        )
    return date
