"""Find out what the answers of a run depend on."""

import hashlib
import subprocess
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import learned, reader
from assistant.compose import Settings
from evals.run_record import MadeWith

if TYPE_CHECKING:
    from index.library import Library

ROOT = Path(__file__).resolve().parent.parent
_CODE = ("corpus", "index", "assistant", "evals")
_LIBRARIES = ("torch", "transformers", "sentence-transformers", "tantivy", "chromadb", "numpy")
_GIT_SECONDS = 20


def made_with(settings: Settings, library: "Library") -> MadeWith:
    """Return what answers from this library depend on here and now."""
    return MadeWith(
        version=_version("rapporteur"),
        commit=_commit(),
        code=_code(),
        settings=settings.digest,
        weights=_digest_of(path.read_bytes() for path in (learned.WEIGHTS, reader.WEIGHTS)),
        prompts=_digest_of(path.read_bytes() for path in sorted((ROOT / "prompts").glob("*.md"))),
        embedding=settings.embedding or "the one installed",
        libraries=", ".join(f"{name} {_version(name)}" for name in _LIBRARIES),
        library=library.digest,
        documents={document.id: document.digest[:16] for document in library.documents()},
    )


@cache
def _code() -> str:
    """Return a digest of the code that reads, finds, answers and judges, as it was when it was first asked for."""
    files = sorted(path for folder in _CODE for path in (ROOT / folder).rglob("*.py"))
    return _digest_of(part for path in files for part in (str(path.relative_to(ROOT)).encode(), path.read_bytes()))


@cache
def _commit() -> str:
    """Return the commit of the working tree, with `+` where it has changes; empty where there is no repository."""
    if not (ROOT / ".git").exists():
        return ""
    commit = _git("rev-parse", "--short=12", "HEAD")
    return f"{commit}+" if commit and _git("status", "--porcelain", "--untracked-files=no") else commit


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_GIT_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"


def _digest_of(parts: Iterable[bytes]) -> str:
    running = hashlib.sha256()
    for part in parts:
        running.update(len(part).to_bytes(8, "big") + part)
    return running.hexdigest()[:12]
