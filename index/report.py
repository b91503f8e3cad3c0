"""What an ingestion tells: how far it is, and what became of each path."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["new", "replaced", "unchanged", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one path."""

    path: str
    status: Status
    reason: str = ""
    """Why it failed or was skipped, or what is worth knowing of one that came in."""
    document: str = ""
    """Id; empty for what is not in the library."""
    paragraphs: int = 0
    coverage: float = 0.0
    """Share of the visible characters of the source that are in paragraphs or exclusions, 0 to 1."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of each path, in the order in which they were found."""

    entries: tuple[Entry, ...]

    def count(self, *statuses: Status) -> int:
        """Count the entries of some statuses."""
        return sum(entry.status in statuses for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Step:
    """How far an ingestion has come."""

    path: str
    done: int
    """Files that need no more work."""
    total: int
    stage: str
    """What is being done: `reading`, `embedding 128 of 512 chunks`, `writing`."""
