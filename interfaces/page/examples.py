"""Questions to begin with, for a library that holds the starter corpus."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExampleQuestion:
    """A question that is offered while the document that answers it is in the library."""

    question: str
    file: str
    """Name of a file of the starter corpus."""


EXAMPLES = (
    ExampleQuestion(
        "How many people came to the regional workshop in Tashkent in November 2020?", "apctt-activities-2020.docx"
    ),
    ExampleQuestion(
        "Which pledges were made to the Centre for 2020, and how high are they?", "apctt-governing-bodies-2020.txt"
    ),
    ExampleQuestion("What is ICT co-deployment?", "speca-workshop-2023.pdf"),
    ExampleQuestion("What was the group's decision on the circular economy?", "speca-decisions-2023.html"),
)
