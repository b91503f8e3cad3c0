"""Questions to begin with, for a library that holds the starter corpus."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A question that is offered while the document that answers it is in the library."""

    question: str
    file: str
    """Name of a file of the starter corpus."""


EXAMPLES = (
    Example(
        "How many people came to the regional workshop in Tashkent in November 2020?", "apctt-activities-2020.docx"
    ),
    Example(
        "Which pledges were made to the Centre for 2020, and how high are they?", "apctt-governing-bodies-2020.txt"
    ),
    Example("What is ICT co-deployment?", "speca-workshop-2023.pdf"),
    Example("What was the group's decision on the circular economy?", "speca-decisions-2023.html"),
)
