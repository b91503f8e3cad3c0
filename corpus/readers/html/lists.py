"""Count the entries of HTML lists as a browser does."""

from dataclasses import dataclass

from corpus.readers.html.tree import Element
from corpus.text.numerals import to_letters, to_roman


@dataclass(slots=True)
class CountedList:
    """An open list and how its entries are counted."""

    kind: str
    """`1`, `a`, `A`, `i`, `I`, or empty for bullets."""
    value: int
    step: int = 1

    def mark(self) -> str:
        """Return the number or bullet of the current entry as a browser prints it."""
        if not self.kind:
            return "•"
        value = self.value
        if self.kind in "aA" and value > 0:
            return f"({to_letters(value)})" if self.kind == "a" else f"{to_letters(value).upper()}."
        if self.kind in "iI" and value > 0:
            return f"({to_roman(value)})" if self.kind == "i" else f"{to_roman(value).upper()}."
        return f"{value}."


def new_list(element: Element) -> CountedList:
    """Return the list that an element opens, before its first entry."""
    if element.tag != "ol":
        return CountedList("", 0)
    kind = element.attributes.get("type", "1")
    start = element.attributes.get("start", "")
    first = int(start) if start.lstrip("-").isdigit() else 1
    step = -1 if "reversed" in element.attributes else 1
    return CountedList(kind if kind in tuple("1aAiI") else "1", first - step, step)
