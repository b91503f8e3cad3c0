"""The one place where settings become a library and an assistant.

The command line, the page, the evaluation and anything else that answers questions start here.
"""

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from assistant.chat.settings import ChatSettings, whole_number

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.library import IngestReport, Library, Step


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
    chat: ChatSettings = field(default_factory=ChatSettings)
    """The chat model that writes, if one is named."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings; raise `SettingsError` for a value that is not possible."""
        folder = environment.get("RAPPORTEUR_LIBRARY", "").strip()
        return cls(
            library=Path(folder).expanduser() if folder else Path(platformdirs.user_data_dir("rapporteur", False)),
            embedding=environment.get("RAPPORTEUR_EMBEDDING", "").strip(),
            reader=environment.get("RAPPORTEUR_READER", "").strip(),
            passages=whole_number(environment, "RAPPORTEUR_PASSAGES", default=20, least=1, most=100),
            chat=ChatSettings.from_environment(environment),
        )

    @property
    def digest(self) -> str:
        """Return a short digest of what shapes an answer; where the library lies does not."""
        shapes = (self.embedding, self.reader, self.passages, *self.chat.shapes)
        return hashlib.sha256(repr(shapes).encode()).hexdigest()[:12]


def open_library(settings: Settings) -> "Library":
    """Open the library of the settings, and take its lock; the encoder is loaded when it is first needed."""
    from index.embed import open_embedder
    from index.library import Library

    return Library.open(settings.library, lambda: open_embedder(settings.embedding))


def restore_library(settings: Settings, report: "Callable[[Step], None] | None" = None) -> "IngestReport":
    """Bring back what the catalogue of the library of the settings has lost, from its original files."""
    from index.embed import open_embedder
    from index.library import Library

    return Library.restore(settings.library, lambda: open_embedder(settings.embedding), report)


def open_assistant(settings: Settings, library: "Library") -> "Assistant":
    """Make the assistant that answers from a library; its models are loaded when they are first needed."""
    from assistant.plain import PlainAssistant
    from assistant.ranking import learned, reader
    from assistant.ranking.named_reader import named_reader
    from index.embed import default_folder

    weights = b"".join(path.read_bytes() for path in (learned.WEIGHTS, reader.WEIGHTS))
    made_by = hashlib.sha256(settings.digest.encode() + weights).hexdigest()[:12]
    reads: reader.ReaderModel | None = None
    if settings.reader != "none":
        reads = named_reader(settings.reader) if settings.reader else reader.installed_reader(default_folder())
    if not settings.chat.model:
        return PlainAssistant(library, reads, passages=settings.passages, settings_digest=made_by)
    from assistant.chat.answering import ChatAssistant
    from assistant.chat.opening import chat_setup_of, digest_with_prompts

    plain = PlainAssistant(library, reads, passages=settings.passages, settings_digest=digest_with_prompts(made_by))
    return ChatAssistant(plain, chat_setup_of(settings.chat))
