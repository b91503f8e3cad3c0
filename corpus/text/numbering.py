"""Turn printed numbers into labels: `13.`, `(c)`, `(ii)` in a row become `13`, `13(c)`, `13(c)(ii)`."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text.markers import PrintedNumber, Style

TOP_STYLES: frozenset[Style] = frozenset({"decimal", "multi", "qa"})


@dataclass(slots=True)
class Level:
    """An open list: its kind of number, how far it has come and what it hangs from."""

    style: Style
    value: int
    label: str
    position: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class NumberedPosition:
    """Where a numbered paragraph stands."""

    label: str
    parent: int | None


class Numbering:
    """Keep the lists that are open while a document is read from top to bottom.

    Two readings of one number, such as `(i)`, are told apart by what is open and by the number that follows. Wrong
    numbers (two `(iv)`, a gap) go on in the list they look like; they never start one.
    """

    def __init__(self) -> None:
        self.levels: list[Level] = []
        self.prefix = ""
        self.heading_number = ""
        self._fresh = True

    def enter_part(self, prefix: str) -> None:
        """Begin an annex or a decision: its numbers start anew and its name goes before them."""
        self.levels.clear()
        self.prefix = prefix
        self.heading_number = ""
        self._fresh = True

    def enter_section(self, number: str) -> None:
        """Close the lists below numbered paragraphs; `number` is the decimal number of the heading, if it has one."""
        own = bool(number) and number != self.heading_number
        self.levels = [] if own else [level for level in self.levels[:1] if level.style in TOP_STYLES]
        self.heading_number = number
        self._fresh = True

    def place(
        self, marker: PrintedNumber, position: int, lead_in: int | None, following: Sequence[PrintedNumber]
    ) -> NumberedPosition:
        """Return the label of the paragraph at `position`.

        `lead_in` is the paragraph before it if that ends in a colon.
        """
        style, value = self._reading(marker, following)
        depth = self._depth(style, value, lead_in)
        continues = depth < len(self.levels)
        kept_parent = self.levels[depth].parent if continues else None
        del self.levels[depth:]
        if continues and value != 1:
            parent = kept_parent
        elif lead_in is not None:
            parent = lead_in
        else:
            parent = self.levels[-1].position if self.levels else None
        label = self._label(style, marker)
        self.levels.append(Level(style, value, label, position, parent))
        self._fresh = False
        return NumberedPosition(f"{self.prefix}, {label}" if self.prefix else label, parent)

    def _label(self, style: Style, marker: PrintedNumber) -> str:
        if style in ("multi", "qa"):
            return marker.bare
        outer = self.levels[-1].label if self.levels else ""
        if not outer and style not in TOP_STYLES:
            outer = self.heading_number
        own = marker.bare if style in TOP_STYLES and not outer else f"({marker.bare})"
        return outer + own

    def _reading(self, marker: PrintedNumber, following: Sequence[PrintedNumber]) -> tuple[Style, int]:
        if len(marker.readings) == 1:
            return marker.readings[0]
        going_on = [r for r in marker.readings if any(lv.style == r[0] and lv.value == r[1] - 1 for lv in self.levels)]
        if len(going_on) != 1:
            deepest = [r for lv in reversed(self.levels) for r in going_on if lv.style == r[0]]
            return deepest[0] if deepest else marker.readings[0]
        if going_on[0][0] in ("letter", "upper") and self._opens_roman(marker, following):
            return marker.readings[0]
        return going_on[0]

    def _opens_roman(self, marker: PrintedNumber, following: Sequence[PrintedNumber]) -> bool:
        style, value = marker.readings[0]
        if style not in ("roman", "upper-roman") or value != 1:
            return False
        return any((style, 2) == reading for later in following[:1] for reading in later.readings)

    def _depth(self, style: Style, value: int, lead_in: int | None) -> int:
        """Return the index of the open list that the number goes on in, or the number of open lists."""
        same = [depth for depth, level in enumerate(self.levels) if level.style == style]
        if style == "multi":
            return 0
        for depth in reversed(same):
            if self.levels[depth].value == value - 1:
                return depth
        if style in TOP_STYLES:
            nests = value == 1 and lead_in is not None and not self._fresh and bool(self.levels)
            return len(self.levels) if nests else (same[-1] if same and value != 1 else 0)
        return same[-1] if same else len(self.levels)
