"""A lost catalogue made anew: the original files are read again, from the copies that the library kept."""

from collections.abc import Iterator
from pathlib import Path

from corpus.catalogue.catalogue import Catalogue
from corpus.errors import LibraryDamaged, LibraryError
from corpus.formats import proven_suffix
from index.sources.find import SourceFile
from index.sources.originals import Originals
from index.stores.founding import CATALOGUE, require_catalogue, set_aside

_ENDINGS = ((b"<!doctype", ".html"), (b"<html", ".html"), (b"From ", ".eml"), (b"Received:", ".eml"))


def make_way(folder: Path) -> Path | None:
    """Move a lost or damaged catalogue aside, and say where to; None where there was no file of one.

    Raise `LibraryError` where the catalogue is whole, or where there are no originals to read.
    """
    if not Originals(folder / "originals").held():
        raise LibraryError(f"there are no original files in {folder}; ingest the documents again")
    try:
        require_catalogue(folder)
        catalogue = Catalogue(folder / CATALOGUE)
        found = catalogue.check()
        catalogue.close()
    except LibraryDamaged:
        return set_aside(folder)
    if found:
        return set_aside(folder)
    raise LibraryError(f"the catalogue of the library at {folder} is whole, and nothing needs to be restored")


def kept_sources(originals: Originals) -> Iterator[SourceFile]:
    """Yield each copy as a source under the path it was ingested from; where no note says it, under a made name."""
    for digest, copy in originals.held().items():
        path = originals.path_of(digest) or str(copy.with_name(f"{digest[:12]}{_ending(copy)}"))
        yield SourceFile(Path(path), kept=copy)


def _ending(copy: Path) -> str:
    """Tell the format of a file without a name by how it begins."""
    source = copy.read_bytes()
    head = source[:4096].lstrip().lower()
    texts = (ending for begin, ending in _ENDINGS if head.startswith(begin.lower()))
    return proven_suffix(source) or next(texts, ".txt")
