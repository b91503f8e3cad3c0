"""What the tests of the command line may use: the real `rapporteur` in a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

WORKSHOP = """Report of the regional workshop on seed banks

I. Attendance

1. The workshop was held in Lagos on 4 March 2031.

2. In all, 84 participants from 12 countries attended the workshop.

II. Decisions

3. The workshop decided:

(a) To open a seed bank in Accra;

(b) To meet again in 2032.
"""
STORES = """# Note on grain stores

## Stock

The store in Accra held 340 tonnes of millet in May 2031.

The store in Lagos was empty in the same month.
"""


@dataclass(frozen=True, slots=True)
class Rapporteur:
    """The command line over one library."""

    library: Path
    embedding: str = "hash"
    """No weights are loaded, so that a process starts fast; empty for the installed default."""

    def __call__(
        self, *arguments: str | Path, stdin: str = "", timeout: float = 120, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            self.command(*arguments),
            env=self.environment(**environment),
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    def command(self, *arguments: str | Path) -> Sequence[str]:
        """Return the process that a person starts."""
        return [sys.executable, "-c", "from interfaces.command_line import main; main()", *map(str, arguments)]

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of the process."""
        return {
            **os.environ,
            "RAPPORTEUR_LIBRARY": str(self.library),
            "RAPPORTEUR_EMBEDDING": self.embedding,
            "RAPPORTEUR_READER": "none" if self.embedding else "",
            "RAPPORTEUR_CACHE": str(self.library.parent / "cache"),
            **more,
        }


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of two short documents."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "workshop.txt").write_text(WORKSHOP, encoding="utf-8")
    (folder / "stores.md").write_text(STORES, encoding="utf-8")
    return folder


@pytest.fixture
def rapporteur(tmp_path: Path) -> Rapporteur:
    """Return the command line over a library that does not exist yet."""
    return Rapporteur(tmp_path / "library")


@pytest.fixture(scope="session")
def ingested(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of the two documents, to be copied."""
    rapporteur = Rapporteur(tmp_path_factory.mktemp("ingested") / "library")
    done = rapporteur("ingest", papers)
    assert done.returncode == 0, done.stdout + done.stderr
    return rapporteur.library


@pytest.fixture(scope="module")
def filled(ingested: Path, tmp_path_factory: pytest.TempPathFactory) -> Rapporteur:
    """Return the command line over a library of the two documents, which the tests of a module share and only read."""
    return Rapporteur(Path(shutil.copytree(ingested, tmp_path_factory.mktemp("filled") / "library")))


@pytest.fixture
def own(ingested: Path, tmp_path: Path) -> Rapporteur:
    """Return the command line over a library of the two documents that the test may change."""
    return Rapporteur(Path(shutil.copytree(ingested, tmp_path / "library")))
