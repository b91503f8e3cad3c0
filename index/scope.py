"""What a search may see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Limits of a search; an empty field sets no limit."""

    collections: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    """Document ids."""
    kinds: frozenset[str] = frozenset()
    """Kinds of document, such as `release`."""
    since: str = ""
    """Earliest date, ISO 8601, inclusive; a document without a date is outside any dated scope."""
    until: str = ""
    """Latest date, ISO 8601, inclusive; `2021` reaches to the end of that year."""
