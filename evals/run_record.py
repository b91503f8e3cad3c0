"""What a run was made with, and every outcome: enough to compare a later run with it and to say why they differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evals.outcome import Outcome


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What answers depend on; a difference between two runs is a cause."""

    version: str = ""
    """Of Rapporteur."""
    commit: str = ""
    """Of the working tree, with `+` when it had changes; empty outside of a repository."""
    code: str = ""
    """Digest of the code that reads, finds, answers and judges."""
    settings: str = ""
    """Digest of the settings."""
    weights: str = ""
    """Digest of the trained weights that choose, read and decide."""
    prompts: str = ""
    embedding: str = ""
    libraries: str = ""
    """Names and versions of the libraries that compute."""
    library: str = ""
    """Digest of what can be found in the library."""
    documents: Mapping[str, str] = field(default_factory=dict)
    """Digest of each document's file, by id."""

    def differences(self, other: "MadeWith") -> list[str]:
        """Return in words what is not as in `other`, the earlier one."""
        names = ("version", "commit", "code", "settings", "weights", "prompts", "embedding", "libraries")
        told = [
            f"{name} {getattr(other, name) or '–'} → {getattr(self, name) or '–'}"
            for name in names
            if getattr(self, name) != getattr(other, name)
        ]
        gone = sorted(set(other.documents) - set(self.documents))
        come = sorted(set(self.documents) - set(other.documents))
        both = sorted(set(self.documents) & set(other.documents))
        changed = [name for name in both if self.documents[name] != other.documents[name]]
        for what, documents in (("removed", gone), ("added", come), ("changed", changed)):
            if documents:
                told.append(f"documents {what}: {', '.join(documents[:8])}{', …' if len(documents) > 8 else ''}")
        if self.library != other.library and not (gone or come or changed):
            told.append(f"library {other.library or '–'} → {self.library or '–'}: read or cut by other rules")
        return told


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run of cases."""

    made_with: MadeWith
    when: str
    """ISO 8601, UTC, to the second."""
    seconds: float
    """Wall time of asking all the cases."""
    outcomes: tuple[Outcome, ...]
