"""Tell labels and values as `label: value`: the terms of a list of definitions, and a bold line above its value."""

from dataclasses import dataclass, field

_MAX_LABEL = 6
"""Words of a bold line that is the label of the line below it."""


@dataclass(slots=True)
class Terms:
    """The terms that wait for their definition, and how many letters the first line of a text has."""

    waiting: list[str] = field(default_factory=list)
    depth: int = 0
    """Definitions that are open, one within another."""
    first_line: tuple[int, int] | None = None
    """Letters of the first line of a text that goes on after it, and how many of them are bold."""

    def taken(self) -> list[str]:
        """Return the terms that wait, which then wait no more."""
        waiting, self.waiting = self.waiting, []
        return waiting

    def labelled(self, shown: str, bold_letters: int, *, is_text: bool) -> str:
        """Return a text with the label that it follows, empty where it follows none."""
        if self.waiting and self.depth and is_text:
            return f"{', '.join(self.taken()).removesuffix(':')}: {' '.join(shown.split())}"
        label, _, value = shown.partition("\n")
        letters, bold = self.first_line or (0, 0)
        if not 0 < letters == bold == bold_letters or "\n" in value.strip() or not value.strip():
            return ""
        if not 0 < len(label.split()) <= _MAX_LABEL or label[-1] in ".!?":
            return ""
        return f"{label.rstrip().removesuffix(':')}: {value.strip()}"
