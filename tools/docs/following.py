"""Do what a how-to says: write the files it shows, and put the lines it shows where it says.

Before a block of code stands a comment that people do not see: `<!-- PATH -->` for a whole file, or
`<!-- PATH, after: WORDS -->`, `before:` or `instead of:` for lines beside the one line that holds these words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tools.docs.pages import parser

_STEP = re.compile(r"<!-- (?P<path>[\w./-]+)(?:, (?P<where>after|before|instead of): (?P<words>.+))? -->\s*")


@dataclass(frozen=True, slots=True)
class Step:
    """One file to write, or one place in which to put lines."""

    path: str
    where: str
    """`after`, `before`, `instead of`, or empty for a whole file."""
    words: str
    code: str

    def take(self, root: Path) -> None:
        """Do it in a copy of the repository; raise `ValueError` where not exactly one line holds the words."""
        file = root / self.path
        if not self.where:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.code, encoding="utf-8")
            return
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        found = [rank for rank, line in enumerate(lines) if self.words in line]
        if len(found) != 1:
            raise ValueError(f"{len(found)} lines of {self.path} hold {self.words!r}; one should")
        at = found[0] + (self.where == "after")
        gap = "\n\n" if self.where == "before" and self.code.startswith("def ") else ""
        lines[at : at + (self.where == "instead of")] = [self.code + gap]
        file.write_text("".join(lines), encoding="utf-8")


def steps_of(text: str) -> Iterator[Step]:
    """Yield the steps of a how-to in order."""
    for comment, block in pairwise(parser().parse(text)):
        step = _STEP.fullmatch(comment.content) if comment.type == "html_block" else None
        if step and block.type == "fence":
            yield Step(step["path"], step["where"] or "", step["words"] or "", block.content)
