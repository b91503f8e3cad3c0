"""The one place where settings become a library and an assistant.

The command line, the page, the evaluation and anything else that answers questions start here.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from corpus.errors import SettingsError

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.library import Library


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person may set, with what it is when they set nothing."""

    library: Path
    """`RAPPORTEUR_LIBRARY`: folder of the library."""
    embedding: str = ""
    """`RAPPORTEUR_EMBEDDING`: a sentence-transformers model, by folder or hub name; empty for the one installed."""
    reader: str = ""
    """`RAPPORTEUR_READER`: a question-answering model or a cross-encoder, by folder or hub name; empty for the one
    installed; `none` answers by plain features alone, in less time and less often right."""
    passages: int = 20
    """`RAPPORTEUR_PASSAGES`: how many passages are read for an answer, 1 to 100."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings; raise `SettingsError` for a value that is not possible."""
        folder = environment.get("RAPPORTEUR_LIBRARY", "").strip()
        return cls(
            library=Path(folder).expanduser() if folder else Path(platformdirs.user_data_dir("rapporteur", False)),
            embedding=environment.get("RAPPORTEUR_EMBEDDING", "").strip(),
            reader=environment.get("RAPPORTEUR_READER", "").strip(),
            passages=_whole_number(environment, "RAPPORTEUR_PASSAGES", default=20, least=1, most=100),
        )

    @property
    def digest(self) -> str:
        """Return a short digest of what shapes an answer; where the library lies does not."""
        return hashlib.sha256(repr((self.embedding, self.reader, self.passages)).encode()).hexdigest()[:12]


def open_library(settings: Settings) -> "Library":
    """Open the library of the settings, and take its lock; the encoder is loaded when it is first needed."""
    from index.embed import open_embedder
    from index.library import Library

    return Library.open(settings.library, lambda: open_embedder(settings.embedding))


def open_assistant(settings: Settings, library: "Library") -> "Assistant":
    """Make the assistant that answers from a library; its models are loaded when they are first needed."""
    from assistant import learned, reader
    from assistant.assistant import Assistant
    from assistant.named_reader import named_reader
    from index.embed import default_folder

    weights = b"".join(path.read_bytes() for path in (learned.WEIGHTS, reader.WEIGHTS))
    made_by = hashlib.sha256(settings.digest.encode() + weights).hexdigest()[:12]
    reads: reader.Reads | None = None
    if settings.reader != "none":
        reads = named_reader(settings.reader) if settings.reader else reader.installed_reader(default_folder())
    return Assistant(library, reads, passages=settings.passages, settings_digest=made_by)


def _whole_number(environment: Mapping[str, str], name: str, *, default: int, least: int, most: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{name} is {text!r}; set it to a whole number from {least} to {most}, or unset it")
    return int(text)
