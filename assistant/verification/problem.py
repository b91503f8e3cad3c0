"""What is wrong with a sentence, in words that a person understands."""

from dataclasses import dataclass
from typing import Literal

Aspect = Literal[
    "number",
    "date",
    "name",
    "negation",
    "direction",
    "verb",
    "order",
    "modality",
    "manner",
    "source",
    "support",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a sentence states and its source does not."""

    aspect: Aspect
    stated: str
    """The words of the sentence."""
    cited: str = ""
    """What the source says in that place, where it says something else."""
    told: str = ""
    """What is wrong, where it is more than that the source lacks or contradicts those words."""

    def __str__(self) -> str:
        """Say what is wrong: `the number “150” is not in the cited words, which say “130”`."""
        if self.told:
            return self.told
        if self.aspect == "negation":
            return f"the sentence says “{self.stated}” where the cited words say “{self.cited}”"
        wrong = f"the {self.aspect} “{self.stated}” is not in the cited words"
        if self.aspect in ("direction", "verb"):
            wrong = f"the sentence says “{self.stated}”"
            return (
                f"{wrong} where the cited words say “{self.cited}”"
                if self.cited
                else f"{wrong}, the cited words do not"
            )
        return f"{wrong}, which say “{self.cited}”" if self.cited else wrong
