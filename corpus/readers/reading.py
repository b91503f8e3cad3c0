"""Hand a file to the reader of its format."""

from collections.abc import Callable, Mapping
from typing import Protocol

from corpus.block import SourceContent
from corpus.errors import CorpusError, UnreadableSource
from corpus.formats import plain_name


class Reader(Protocol):
    """What reads the files of one format: `read` in the folder of that format."""

    def __call__(self, source: bytes, name: str, /) -> SourceContent:
        """Return the blocks of a file, in reading order; raise a `CorpusError` that names the file."""


def _csv() -> Reader:
    from corpus.readers.csv.read import read

    return read


def _docx() -> Reader:
    from corpus.readers.docx.read import read

    return read


def _eml() -> Reader:
    from corpus.readers.eml.read import read

    return read


def _epub() -> Reader:
    from corpus.readers.epub.read import read

    return read


def _html() -> Reader:
    from corpus.readers.html.read import read

    return read


def _md() -> Reader:
    from corpus.readers.md.read import read

    return read


def _msg() -> Reader:
    from corpus.readers.msg.read import read

    return read


def _ods() -> Reader:
    from corpus.readers.ods.read import read

    return read


def _odt() -> Reader:
    from corpus.readers.odt.read import read

    return read


def _pdf() -> Reader:
    from corpus.readers.pdf.read import read

    return read


def _pptx() -> Reader:
    from corpus.readers.pptx.read import read

    return read


def _rtf() -> Reader:
    from corpus.readers.rtf.read import read

    return read


def _txt() -> Reader:
    from corpus.readers.txt.read import read

    return read


def _xlsx() -> Reader:
    from corpus.readers.xlsx.read import read

    return read


def _old_word() -> Reader:
    from corpus.readers.old_office import read_old_word

    return read_old_word


def _old_powerpoint() -> Reader:
    from corpus.readers.old_office import read_old_powerpoint

    return read_old_powerpoint


READERS: Mapping[str, Callable[[], Reader]] = {
    "csv": _csv,
    "docx": _docx,
    "eml": _eml,
    "epub": _epub,
    "html": _html,
    "md": _md,
    "msg": _msg,
    "ods": _ods,
    "odt": _odt,
    "pdf": _pdf,
    "pptx": _pptx,
    "rtf": _rtf,
    "txt": _txt,
    "xlsx": _xlsx,
    "doc": _old_word,
    "ppt": _old_powerpoint,
}
"""What gives the reader of each format of `corpus.formats`; its libraries are imported with the first such file."""


def read_as(kind: str, source: bytes, name: str) -> SourceContent:
    """Return the blocks of a file in a format of `corpus.formats`; raise a `CorpusError` that names the file."""
    reader = READERS[kind]()
    try:
        return reader(source, plain_name(name))
    except CorpusError:
        raise
    except MemoryError as error:
        raise UnreadableSource(
            f"'{plain_name(name)}' needs more memory than there is; split it and try again"
        ) from error
    except RecursionError as error:
        raise UnreadableSource(
            f"'{plain_name(name)}' is nested too deeply to be read; save it anew and try again"
        ) from error
