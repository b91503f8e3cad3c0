"""Documents made for one test each."""

from collections.abc import Callable

import pytest

from corpus.parse import Parsed, parse

RUNNING = (
    "The trust looked after the harbour wall and the two piers, and paid for the work out of the fund that the town "
    "had set aside for it in the spring; what was left of it at the end of the year went into the repair of the steps."
)


@pytest.fixture
def identified() -> Callable[..., Parsed]:
    """Return what reads a cover with running text below it, and perhaps last lines."""

    def read(cover: str, name: str = "report.txt", last: str = "") -> Parsed:
        return parse(f"{cover}\n\n{RUNNING}\n\n{RUNNING}\n\n{last}\n".encode(), name, "d")

    return read
