"""What the wheel holds, that it runs from what it holds, and that no other distribution has its names."""

import importlib.metadata
import os
import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
DISTRIBUTION = "rapporteur-reports"
PACKAGES = {"assistant", "corpus", "index", "prompts", "evals", "interfaces"}
READ_AT_RUN_TIME = {
    "assistant/summary/templates",
    "assistant/language",
    "assistant/weights",
    "corpus/starter",
    "evals",
    "evals/reports",
    "interfaces/page",
    "prompts",
}
"""Folders of files that are no code."""
NOT_RUN = {"evals/trials/prose.py"}
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-c", BUILD, str(folder)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return folder / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def files(wheel: Path) -> set[str]:
    """Return what lies in the wheel beside its metadata."""
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_code_of_the_six_packages(files: set[str]) -> None:
    """Every module is there but for those that train and measure; nothing lies beside the packages."""
    code = {str(path.relative_to(REPOSITORY)) for package in PACKAGES for path in (REPOSITORY / package).rglob("*.py")}
    left_out = code - files
    assert left_out == NOT_RUN
    assert {name for name in files if name.endswith(".py")} <= code
    assert {name.partition("/")[0] for name in files} == PACKAGES


def test_the_wheel_holds_the_files_that_are_read_and_no_others(files: set[str]) -> None:
    """Weights, templates, prompts and starter documents are there; what made and what measures them is not."""
    others = {name for name in files if not name.endswith(".py")}
    assert {str(Path(name).parent) for name in others} == READ_AT_RUN_TIME
    weights = {"reader.safetensors", "selection.json", "steering.safetensors"}
    assert {Path(name).name for name in others if name.startswith("assistant/weights/")} == weights
    assert {name for name in others if name.startswith("evals/")} == {
        "evals/cases.schema.json",
        "evals/reports/report.html.j2",
    }
    assert sum(name.startswith("corpus/starter/") for name in others) == 10


def test_the_metadata_has_ranges_and_keeps_the_wheel_from_an_index(wheel: Path) -> None:
    """No version is pinned, and an index that is asked to take it refuses."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = message_from_string(archive.read(name).decode("utf-8"))
    assert metadata["Name"] == DISTRIBUTION
    assert "Private :: Do Not Upload" in metadata.get_all("Classifier", [])
    needed = [each for each in metadata.get_all("Requires-Dist", []) if "extra ==" not in each]
    assert needed
    assert [each for each in needed if "==" in each or not ({"<", ">"} & set(each))] == []


@pytest.mark.slow
def test_the_wheel_answers_by_itself(wheel: Path, tmp_path: Path) -> None:
    """Unpacked in a folder of its own it reads a starter document and answers from it."""
    place = tmp_path / "place"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    environment = {
        **os.environ,
        "PYTHONPATH": str(place),
        "RAPPORTEUR_LIBRARY": str(tmp_path / "library"),
        "RAPPORTEUR_EMBEDDING": "hash",
        "RAPPORTEUR_READER": "none",
    }

    def rapporteur(*arguments: str | Path) -> str:
        program = "import interfaces.command_line as it; print(it.__file__); it.main()"
        command = [sys.executable, "-P", "-c", program, *map(str, arguments)]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        first, _, said = done.stdout.partition("\n")
        assert first.startswith(str(place))
        return said

    assert "ingest" in rapporteur("--help")
    rapporteur("ingest", place / "corpus" / "starter" / "wipo-green-beijing-2024.html")
    assert "10 May 2024" in rapporteur("ask", "When was the acceleration event in Beijing held?")
    assert "session" in rapporteur("templates")


def test_no_other_distribution_has_our_names() -> None:
    """Of what is installed, nothing else brings a package of a name that the wheel brings."""
    owners = importlib.metadata.packages_distributions()
    others = {name: set(owners.get(name, [])) - {DISTRIBUTION} for name in PACKAGES}
    assert {name: found for name, found in others.items() if found} == {}
