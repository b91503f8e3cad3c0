"""What the two commands of the README install, and what they say when they cannot."""

import importlib.metadata
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from corpus.audit import second_reading
from corpus.readers.pdf import ocr

DISTRIBUTION = "rapporteur-reports"
REPOSITORY = Path(__file__).resolve().parent.parent
NOT_WANTED = re.compile(r"(opencv|nvidia-|cuda|triton|torchvision|tensorflow|jax$|onnxruntime-gpu)", re.IGNORECASE)

LOCKS = ("requirements.txt", "requirements-dev.txt")
NEVER_IMPORTED = {"kubernetes", "onnxruntime", "bcrypt", "build", "mmh3", "pypika", "importlib-resources"}
"""What chromadb asks for and does not import within our process."""

MAKE_VENV = 'mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && chmod +x "$3/bin/python"'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with what the set-up reads, and nothing installed."""
    (tmp_path / "tools").mkdir()
    shutil.copy(REPOSITORY / "tools" / "set-up", tmp_path / "tools")
    for name in ("pyproject.toml", *LOCKS):
        shutil.copy(REPOSITORY / name, tmp_path)
    return tmp_path


def set_up(project: Path, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the set-up of a project, with the programs on `path` alone."""
    environment = {"PATH": os.environ["PATH"] if path is None else path, "HOME": str(project)}
    command = ["/bin/sh", str(project / "tools" / "set-up"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def programs(folder: Path, **scripts: str) -> str:
    """Make programs of shell scripts beside the usual small tools, and return the folder as a PATH."""
    folder.mkdir()
    for tool in ("cat", "cksum", "cut", "dirname", "grep", "rm", "mv", "sh", "mkdir", "cp", "chmod"):
        found = shutil.which(tool)
        assert found is not None
        (folder / tool).symlink_to(found)
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    return str(folder)


def pinned(lock: str) -> dict[str, str]:
    """Return the version of each package that a lock pins for this machine."""
    lines = (REPOSITORY / lock).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if not line.startswith("#")]
    here = [pin for pin in pins if pin.marker is None or pin.marker.evaluate()]
    return {pin.name: str(pin.specifier).removeprefix("==") for pin in here}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_brings_one_torch_and_nothing_that_is_never_imported(lock: str) -> None:
    """No CUDA, no opencv, and nothing that chromadb wants for its server alone."""
    assert pinned(lock)["torch"] == "2.13.0"
    assert [name for name in pinned(lock) if NOT_WANTED.match(name) or name in NEVER_IMPORTED] == []


def test_the_product_is_locked_without_what_reads_a_second_time() -> None:
    """unstructured and spaCy are there for the tests alone, and both locks agree on every version."""
    product, dev = map(pinned, LOCKS)
    assert {"unstructured", "spacy", "numba", "llvmlite"} & product.keys() == set()
    assert {"unstructured", "spacy"} <= dev.keys()
    assert product.items() <= dev.items()


def test_the_environment_holds_what_was_wanted() -> None:
    """No opencv is installed, and no CUDA beside a CPU build of torch."""
    installed = {str(found.metadata["Name"]): found.version for found in importlib.metadata.distributions()}
    assert [name for name in installed if name.lower().startswith("opencv")] == []
    if "+cpu" in installed["torch"]:
        assert [name for name in installed if NOT_WANTED.match(name)] == []


def test_every_dependency_is_pinned() -> None:
    """The locks have a version of each package the project asks for that it says it works with, and are compiled."""
    product, dev = map(pinned, LOCKS)
    for requirement in map(Requirement, importlib.metadata.requires(DISTRIBUTION) or []):
        own = requirement.name == DISTRIBUTION
        if requirement.marker is None:
            assert requirement.specifier.contains(product[requirement.name]), requirement
        elif requirement.marker.evaluate({"extra": "dev"}) and not own:
            assert requirement.specifier.contains(dev[requirement.name]), requirement
    for lock in LOCKS:
        assert "make lock" in (REPOSITORY / lock).read_text(encoding="utf-8").splitlines()[1]


def test_the_environment_lacks_nothing_but_what_is_never_imported() -> None:
    """Of all that the product's packages ask for, the lock leaves out what chromadb does not import, and CUDA."""
    wanted, seen = {DISTRIBUTION}, set[str]()
    while wanted - seen:
        name = min(wanted - seen)
        seen.add(name)
        if name in NEVER_IMPORTED or NOT_WANTED.match(name):
            continue
        for requirement in map(Requirement, importlib.metadata.requires(name) or []):
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                wanted.add(canonicalize_name(requirement.name))
    missing = seen - pinned("requirements.txt").keys() - {DISTRIBUTION}
    assert {name for name in missing if not NOT_WANTED.match(name)} == NEVER_IMPORTED


def test_without_a_python_new_enough_it_says_so(project: Path, tmp_path: Path) -> None:
    """An old Python alone gives a sentence with the next step, and nothing is made."""
    done = set_up(project, path=programs(tmp_path / "programs", python3="exit 1"))
    assert done.returncode == 1
    assert done.stderr == (
        "set-up: no Python 3.11 or newer was found; install one, or name it with PYTHON=/path/to/python3\n"
    )
    assert not (project / ".venv").exists()


def test_a_failing_installation_ends_in_a_sentence(project: Path, tmp_path: Path) -> None:
    """When pip fails the last line says what to do, and the next run tries again."""
    fake = f'case "$2" in venv) {MAKE_VENV};; pip) echo "ERROR: no network" >&2; exit 1;; esac'
    path = programs(tmp_path / "programs", python3=fake)
    for _ in range(2):
        done = set_up(project, path=path)
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1].startswith(
            "set-up: torch==2.13.0 could not be installed; see pip's message"
        )


def test_torch_comes_first_and_a_second_run_does_nothing(project: Path, tmp_path: Path) -> None:
    """Torch is installed before anything else; with nothing changed no program is asked again."""
    fake = f'case "$2" in venv) {MAKE_VENV};; pip) echo "pip $*";; esac'
    path = programs(tmp_path / "programs", python3=fake)
    first = set_up(project, "dev", path=path)
    calls = [line for line in first.stdout.splitlines() if line.startswith("pip ")]
    assert [call.split(" install ")[1] for call in calls] == [
        "-c requirements-dev.txt torch==2.13.0",
        "--no-deps -r requirements-dev.txt",
        "--no-deps -e .",
    ]
    for arguments in (("dev",), ()):
        assert set_up(project, *arguments, path=path).stdout == ""
    (project / "requirements.txt").write_text("torch==2.14.0\n")
    assert "-c requirements.txt torch==2.14.0" in set_up(project, path=path).stdout
    assert "-r requirements-dev.txt" in set_up(project, "dev", path=path).stdout


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_makefile_passes_on_what_it_is_given() -> None:
    """Host, port and the wish for no browser reach the program."""
    command = ["make", "--dry-run", "chat", "HOST=0.0.0.0", "PORT=7999", "NO_BROWSER=1"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert ".venv/bin/python app.py --host '0.0.0.0' --port '7999' --no-browser" in done.stdout


@pytest.mark.parametrize(("extra", "command"), [("ocr", ocr.INSTALL), ("second-reading", second_reading.INSTALL)])
def test_messages_name_the_packages_of_an_extra(extra: str, command: str) -> None:
    """They ask pip for no more: the extra by its name would bring what the lock leaves out, or what another owns."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pip, install, *packages = shlex.split(command)
    assert (pip, install) == ("pip", "install")
    assert packages == project["optional-dependencies"][extra]
