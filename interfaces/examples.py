"""Questions to begin with, for a library that holds the starter corpus."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A question that is offered while the document that answers it is in the library."""

    question: str
    file: str
    """Name of a file of the starter corpus."""


EXAMPLES = (Example("How many people came to the regional workshop in Tashkent in November 2020?", ""),)
