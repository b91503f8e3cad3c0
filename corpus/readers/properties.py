"""What a file records of itself beside its text: front matter, the properties of Word and PDF, the tags of a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from corpus.readers.encoding import decode
from corpus.text.front_matter import split_front_matter


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file records of itself; each value is empty where it records none."""

    origin: str = ""
    """Where they stand, in words for people: `front matter`, `properties of the file`, `tags of the page`."""
    title: str = ""
    date: str = ""
    """As it is written there; the day a file was made or saved is none."""
    body: str = ""
    certain: bool = False
    """The author wrote them for this text. Others are often left over from the file it was made from."""


_NAMES = {
    "title": ("title",),
    "date": ("date", "published", "publish_date", "publication_date", "pubdate", "meeting_date", "issued"),
    "body": ("body", "committee", "organisation", "organization", "publisher", "agency"),
}
"""What authors call a value in front matter: `date: 2019-04-04 13:51:00 -0500`, `committee: Audit`."""


def properties_of(kind: str, source: bytes) -> Properties:
    """Return what a file in a format of `corpus.formats` records of itself; nothing of it is an error."""
    reader = _READERS.get(kind)
    return reader()(source) if reader else Properties()


def _front_matter(source: bytes) -> Properties:
    fields, _ = split_front_matter(decode(source))
    found = {value: next((fields[name] for name in names if name in fields), "") for value, names in _NAMES.items()}
    return Properties("front matter", **found, certain=True)


def _docx() -> Callable[[bytes], Properties]:
    from corpus.readers.docx.properties import recorded

    return lambda source: Properties("properties of the file", title=recorded(source))


def _pdf() -> Callable[[bytes], Properties]:
    from corpus.readers.pdf.properties import recorded

    return lambda source: Properties("properties of the file", title=recorded(source))


def _html() -> Callable[[bytes], Properties]:
    from corpus.readers.html.properties import recorded

    def read(source: bytes) -> Properties:
        title, date, body = recorded(decode(source))
        return Properties("tags of the page", title, date, body)

    return read


_READERS: Mapping[str, Callable[[], Callable[[bytes], Properties]]] = {
    "docx": _docx,
    "html": _html,
    "md": lambda: _front_matter,
    "pdf": _pdf,
    "txt": lambda: _front_matter,
}
