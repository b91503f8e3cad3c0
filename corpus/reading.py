"""Hand a file to the reader of its format."""

from collections.abc import Callable
from importlib import import_module

from corpus.block import Reading
from corpus.errors import CorpusError, UnreadableSource
from corpus.formats import plain_name


def read_as(kind: str, source: bytes, name: str) -> Reading:
    """Return the blocks of a file in a format of `corpus.formats`; raise a `CorpusError` that names the file."""
    reader: Callable[[bytes, str], Reading] = import_module(f"corpus.read_{kind}").read
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
