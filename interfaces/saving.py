"""A draft on its way to a file: in the format of its name, whole or not at all."""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from assistant.summary.sheet import sheet_of
from assistant.summary.summary import Summary
from corpus.errors import OutputError

FORMATS = (".docx", ".md", ".html", ".json")


def may_be_written(path: Path, *, force: bool, agreed: Callable[[str], bool]) -> bool:
    """Tell whether a draft may go to a path, before it is made; a file that is there is asked about, once.

    Raise `OutputError` for a format that is not written, a folder that is absent, or a path that is a folder.
    """
    if path.suffix.lower() not in FORMATS:
        raise OutputError(f"{path} ends in {path.suffix or 'nothing'!r}; a draft is written as {', '.join(FORMATS)}")
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file in it")
    folder = path.parent
    if not folder.is_dir():
        raise OutputError(f"there is no folder {folder}; make it first, or name another")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"nothing may be written in {folder}; name another folder")
    if path.exists() and not force and not agreed(f"{path} exists; write over it?"):
        raise OutputError(f"{path} exists and was left as it is; name another file, or add --force")
    return True


def written_as(summary: Summary, suffix: str, *, coverage: bool = True) -> bytes:
    """Return a draft as the bytes of a file with that suffix."""
    from corpus.writers import docx as write_docx
    from corpus.writers import html as write_html
    from corpus.writers import md as write_md
    from interfaces.summary_json import summary_as_json

    if suffix.lower() == ".json":
        return (json.dumps(summary_as_json(summary), ensure_ascii=False, indent=2) + "\n").encode()
    sheet = sheet_of(summary, coverage=coverage)
    writers = {".docx": write_docx.write, ".md": write_md.write, ".html": write_html.write}
    return writers[suffix.lower()](sheet)


def save(content: bytes, path: Path) -> None:
    """Write a file beside its place and move it there; raise `OutputError` and leave nothing where that fails."""
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".rapporteur-", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise OutputError(
            f"the draft could not be written to {path} ({error.strerror or error}); free some room or name another "
            "place, and run it again"
        ) from error
