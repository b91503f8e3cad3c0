"""What the tests of the page share: a browser, and a library of one made-up report."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from served import Served, config_of, served

from assistant.compose import Settings, open_library
from tools.open_page import NoBrowser, launch

SEED_COUNCIL = """Report of the Seed Council on its third session

I. Opening

1. The third session of the Seed Council was held in Lagos on 4 March 2031 and was chaired by Ms. Ada Merrin.

2. Delegations from Ghana and Togo participated in the session, along with 42 observers.

II. Decisions

3. The Council adopted the plan for 2032, under which 14 seed banks are to be built.

4. The Council agreed to hold its fourth session in Accra in 2033.

5. The Council noted that no seed had been lost <b>since</b> 2029.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open a browser; skip where none is installed."""
    expect.set_options(timeout=20_000)  # a busy machine is no failure
    with sync_playwright() as playwright:
        try:
            opened = launch(playwright)
        except NoBrowser as error:
            pytest.skip(str(error))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def seed_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a library of one report, embedded without a model."""
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "seeds.txt").write_text(SEED_COUNCIL, encoding="utf-8")
    with open_library(Settings(library=folder / "library", embedding="hash")) as library:
        library.ingest([folder / "seeds.txt"])
    return folder / "library"


@pytest.fixture(scope="module")
def server(seed_library: Path) -> Iterator[Served]:
    """Serve the library of one report."""
    with served(seed_library) as running:
        yield running


@pytest.fixture(scope="module")
def config(server: Served) -> dict[str, Any]:
    """Return what the page is told of its handlers."""
    return config_of(server)
