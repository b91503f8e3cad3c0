"""Check an installation and its library, and say what to do about what is found."""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from assistant.compose import Settings, open_library
from corpus.errors import LibraryInUse, RapporteurError

State = Literal["fine", "warning", "broken"]
OLDEST_PYTHON = (3, 11)
GIB = 2**30
ENOUGH_DISK = 2 * GIB
LEAST_DISK = GIB // 10
DISTRIBUTION = "rapporteur-reports"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    state: State
    found: str
    advice: str = ""
    """What to do; empty when it is fine."""


def examine(settings: Settings) -> Iterator[Check]:
    """Look at everything an answer depends on, one check at a time; a check that itself fails is a broken one."""
    yield check_python()
    yield from check_packages()
    for name, check in (
        ("weights", check_weights),
        ("disk", check_disk),
        ("write", check_write),
        ("library", check_library),
    ):
        yield _guarded(name, check, settings)


def check_python() -> Check:
    """Check the version of Python."""
    found = f"{platform.python_version()} at {sys.executable}"
    if sys.version_info < OLDEST_PYTHON:
        return Check("python", "broken", found, "install Python 3.11 or newer and set up again with it")
    return Check("python", "fine", found)


def check_packages() -> Iterator[Check]:
    """Check that each package Rapporteur asks for is there, in a version it works with."""
    from packaging.requirements import Requirement

    try:
        asked = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield Check("packages", "warning", "rapporteur itself is not installed", "run 'pip install -e .' in its folder")
        return
    for requirement in map(Requirement, asked):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _check_package(requirement.name, str(requirement.specifier), requirement.specifier.contains)


def _check_package(name: str, wanted: str, suits: Callable[[str], bool]) -> Check:
    advice = f"run 'pip install \"{name}{wanted}\"'"
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check(name, "broken", "not installed", advice)
    # A local part, as in 2.13.0+cpu, says how it was built and not which it is.
    if not suits(version.partition("+")[0]):
        return Check(name, "broken", f"{version}, and {wanted} is needed", advice)
    return Check(name, "fine", version)


def check_weights(settings: Settings) -> Check:
    """Load the embedding, which checks the digest of its weights, and embed a word."""
    from index.embed import open_embedder

    embedder = open_embedder(settings.embedding)
    embedder.encode(["ready"])
    made = embedder.fingerprint
    return Check("weights", "fine", f"{made.model}, {made.dimension} dimensions, sha256 {made.digest}")


def check_disk(settings: Settings) -> Check:
    """Check the room on the disk that holds the library."""
    place = _nearest_folder(settings.library)
    free = shutil.disk_usage(place).free
    found = f"{free / GIB:.1f} GiB free at {place}"
    advice = "make room on it, or set RAPPORTEUR_LIBRARY to a folder on another disk"
    if free < LEAST_DISK:
        return Check("disk", "broken", found, advice)
    return Check("disk", "warning", found, advice) if free < ENOUGH_DISK else Check("disk", "fine", found)


def check_write(settings: Settings) -> Check:
    """Write a file where the library is, force it to the disk, read it back and remove it."""
    place = _nearest_folder(settings.library)
    written = os.urandom(4096)
    try:
        with tempfile.NamedTemporaryFile(dir=place, prefix=".doctor-") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
            read = Path(file.name).read_bytes()
    except OSError as error:
        advice = f"give yourself the right to write to {place}, or set RAPPORTEUR_LIBRARY to a folder of your own"
        return Check("write", "broken", f"{place}: {error.strerror or error}", advice)
    if read != written:
        return Check("write", "broken", f"{place} gives back other bytes", "the disk is failing: use another one")
    return Check("write", "fine", f"{place} can be written to")


def check_library(settings: Settings) -> Check:
    """Open the library, if there is one, and compare what its stores hold."""
    if not settings.library.exists():
        return Check("library", "fine", f"none yet at {settings.library}; 'rapporteur ingest PATH' makes it")
    try:
        with open_library(settings) as library:
            compared = library.verify()
    except LibraryInUse as error:
        return Check("library", "warning", str(error), "close the other process to have the library checked")
    if not compared.sound:
        more = f" and {len(compared.problems) - 1} more" if len(compared.problems) > 1 else ""
        advice = "run 'rapporteur verify' to see every problem, and 'rapporteur reindex' to make the indexes again"
        return Check("library", "broken", compared.problems[0] + more, advice)
    return Check("library", "fine", f"{compared.documents} documents at {settings.library}, the same in every store")


def _guarded(name: str, check: Callable[[Settings], Check], settings: Settings) -> Check:
    try:
        return check(settings)
    except RapporteurError as error:
        return Check(name, "broken", str(error), "do what the message says, then run 'rapporteur doctor' again")
    except Exception as error:  # noqa: BLE001 - whatever is wrong with an installation is what a doctor is asked for
        advice = f"install {DISTRIBUTION} again; RAPPORTEUR_DEBUG=1 shows more"
        return Check(name, "broken", f"{type(error).__name__}: {error}", advice)


def _nearest_folder(path: Path) -> Path:
    """Return the path, or the nearest folder above it that exists."""
    return next(folder for folder in (path, *path.absolute().parents) if folder.is_dir())
