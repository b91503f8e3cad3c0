"""The title that a Word file records of itself."""

from corpus.errors import CorpusError
from corpus.readers.archive import Archive

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def recorded(source: bytes) -> str:
    """Return the title among the properties of a Word file; empty where there is none or it cannot be read."""
    try:
        properties = Archive(source, "").xml("docProps/core.xml")
    except CorpusError:
        return ""
    title = None if properties is None else properties.findtext(_TITLE)
    return " ".join((title or "").split())
