"""The doctor finds what is wrong and says what to do."""

import shutil
from pathlib import Path

import pytest

from assistant.compose import Settings
from interfaces.doctor import GIB, check_disk, check_library, check_packages, check_weights, check_write, examine


def test_a_good_installation_is_fine(filled) -> None:
    """Every check is named and none is broken."""
    done = filled("doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    looked_at = {line.split()[0] for line in done.stdout.splitlines()}
    assert looked_at >= {"python", "torch", "chromadb", "gradio", "weights", "disk", "write", "library"}
    assert "broken" not in done.stdout
    assert "2 documents" in done.stdout


def test_the_installed_packages_are_the_ones_asked_for() -> None:
    """Each requirement is met by what is installed here."""
    checks = list(check_packages())
    assert len(checks) > 10
    assert [check for check in checks if check.state != "fine"] == []


@pytest.mark.slow
def test_weights_that_are_not_there_are_broken(tmp_path: Path) -> None:
    """A model that cannot be loaded is told with its name and the setting."""
    checks = {check.name: check for check in examine(Settings(tmp_path / "library", embedding=str(tmp_path)))}
    assert checks["weights"].state == "broken"
    assert str(tmp_path) in checks["weights"].found
    assert "RAPPORTEUR_EMBEDDING" in checks["weights"].found


@pytest.mark.slow
def test_the_default_weights_are_loaded_and_their_digest_is_shown(tmp_path: Path) -> None:
    """The digest is that of the published model."""
    check = check_weights(Settings(tmp_path))
    assert check.state == "fine"
    assert "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db" in check.found


@pytest.mark.parametrize(("free", "state"), [(10 * GIB, "fine"), (GIB, "warning"), (GIB // 20, "broken")])
def test_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: str) -> None:
    """A disk that is nearly full is told before it is full."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100 * GIB, 0, free))
    assert check_disk(Settings(tmp_path / "library")).state == state


def test_a_folder_that_cannot_be_written_to_is_broken() -> None:
    """A place where nothing can be written is named."""
    check = check_write(Settings(Path("/proc/library")))
    assert check.state == "broken"
    assert "/proc" in check.found
    assert "RAPPORTEUR_LIBRARY" in check.advice


def test_a_damaged_catalogue_is_broken(own) -> None:
    """A library whose catalogue is no catalogue gives status 1, and the sentence says what to do."""
    for path in own.library.glob("catalogue.db*"):
        path.write_bytes(b"not a database" * 400)
    done = own("doctor")
    assert done.returncode == 1
    assert "damaged" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_store_that_disagrees_is_broken(own) -> None:
    """What `verify` finds, the doctor tells, with the way out."""
    shutil.rmtree(own.library / "originals")
    check = check_library(Settings(own.library, embedding="hash"))
    assert check.state == "broken"
    assert "'stores'" in check.found
    assert "rapporteur verify" in check.advice


def test_no_library_yet_is_fine_and_stays_so(tmp_path: Path) -> None:
    """Looking makes nothing."""
    check = check_library(Settings(tmp_path / "library"))
    assert check.state == "fine"
    assert "rapporteur ingest" in check.found
    assert list(tmp_path.iterdir()) == []
