"""Hand a file to the reader of its format."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from corpus.block import Member, SourceContent
from corpus.errors import CorpusError, SourceLimit, UnreadableSource
from corpus.formats import format_of, plain_name
from corpus.paragraph import Exclusion


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


_DEEPEST = 4
"""How many files may lie within one another."""
_MOST = 200
"""How many files of one source are read."""


def read_as(kind: str, source: bytes, name: str, depth: int = 0) -> SourceContent:
    """Return the blocks of a file in a format of `corpus.formats`; raise a `CorpusError` that names the file.

    Files that it carries are members of it, or exclusions with the reason; `depth` counts the files around it.
    """
    reader = READERS[kind]()
    try:
        reading = reader(source, plain_name(name))
        return _with_attached(reading, depth) if reading.attached else reading
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


def _with_attached(reading: SourceContent, depth: int) -> SourceContent:
    members, left_out = [*reading.members], [*reading.exclusions]
    for number, attached in enumerate(reading.attached):
        shown, address = plain_name(attached.name), f"Attachment {len(members) + 1}"
        try:
            if number >= _MOST or depth >= _DEEPEST:
                raise SourceLimit("there are too many files in it, or too many within one another")
            kind = format_of(attached.name, attached.content)
            members.append(Member(address, f"{address}: {shown}", read_as(kind, attached.content, shown, depth + 1)))
        except CorpusError as error:
            reason = str(error).removeprefix(f"'{shown}'").lstrip(": ")
            left_out.append(Exclusion(shown, f"attachment that is not read: {reason}"))
    named = tuple(exclusion.text for exclusion in left_out[len(reading.exclusions) :])
    return replace(
        reading,
        visible=(*reading.visible, *named),
        exclusions=tuple(left_out),
        members=tuple(members),
        attached=(),
    )
