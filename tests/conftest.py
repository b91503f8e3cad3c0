"""What every test may use."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real documents beside the repository; skip where it is absent, fail in CI."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{folder} is absent, and CI must have it")
        pytest.skip("the folder of real documents, shared/ beside the repository, is absent")
    return folder


@pytest.fixture(scope="session")
def starter() -> Path:
    """Return the folder of the starter corpus."""
    return REPOSITORY / "corpus" / "starter"
