"""Find out what the answers of a run depend on."""

import hashlib
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.compose import Settings
from assistant.ranking import learned, reader
from evals.run_record import MadeWith
from index.embed import weights_digest

if TYPE_CHECKING:
    from index.library import Library

ROOT = Path(__file__).resolve().parent.parent
_CODE = ("corpus", "index", "assistant", "evals")
_LIBRARIES = (
    "torch", "transformers", "sentence-transformers", "tantivy", "chromadb", "numpy",
    "lxml", "python-docx", "pypdfium2", "charset-normalizer", "rapidocr",
)  # fmt: skip
_GIT_SECONDS = 20


def made_with(settings: Settings, library: "Library") -> MadeWith:
    """Return what answers from this library depend on here and now."""
    return MadeWith(
        version=_version("rapporteur-reports"),
        commit=_commit(),
        code=code_digest(_CODE),
        settings=settings.digest,
        weights=_digest_of(
            [*(path.read_bytes() for path in (learned.WEIGHTS, reader.WEIGHTS)), *_own_reader(settings)]
        ),
        prompts=_digest_of(path.read_bytes() for path in sorted((ROOT / "prompts").glob("*.md"))),
        embedding=settings.embedding or "the one installed",
        libraries=versions(_LIBRARIES),
        library=library.digest,
        documents={document.id: document.digest[:16] for document in library.documents()},
    )


def _own_reader(settings: Settings) -> Iterator[bytes]:
    """Yield the digest of a reader that the person keeps in a folder, whose name stays when its weights change."""
    if settings.reader and Path(settings.reader).expanduser().is_dir():
        yield weights_digest(Path(settings.reader).expanduser()).encode()


@cache
def code_digest(folders: tuple[str, ...]) -> str:
    """Return a digest of the code in some folders of the product, as it was when it was first asked for."""
    files = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return _digest_of(part for path in files for part in (str(path.relative_to(ROOT)).encode(), path.read_bytes()))


def versions(packages: Sequence[str]) -> str:
    """Return packages with their versions; a dash stands for one that is not installed."""
    return ", ".join(f"{name} {_version(name)}" for name in packages)


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
