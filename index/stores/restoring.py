"""What a catalogue has lost, brought back: original files are read again, from the copies that the library kept."""

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
    """Move a lost or damaged catalogue aside, and say where to; None where there was none, or one that is whole.

    Raise `LibraryError` where there are no originals to read.
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
    return set_aside(folder) if found else None


def lost_sources(originals: Originals, catalogue: Catalogue) -> Iterator[SourceFile]:
    """Yield each copy that no document of the catalogue has, under the path it was ingested from or a made name."""
    known = {listing.digest for listing in catalogue.listings()}
    for digest, copy in originals.held().items():
        if digest in known:
            continue
        path = originals.path_of(digest) or str(copy.with_name(f"{digest[:12]}{_ending(copy)}"))
        yield SourceFile(Path(path), kept=copy)


def _ending(copy: Path) -> str:
    """Tell the format of a file without a name by how it begins."""
    source = copy.read_bytes()
    head = source[:4096].lstrip().lower()
    texts = (ending for begin, ending in _ENDINGS if head.startswith(begin.lower()))
    return proven_suffix(source) or next(texts, ".txt")
