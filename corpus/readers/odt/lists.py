"""Count the entries of lists as OpenDocument prints them."""

from dataclasses import dataclass, field
from typing import Any

from corpus.readers.opendocument import STYLE, TEXT
from corpus.text.numerals import to_letters, to_roman

MAX_DEPTH = 10


@dataclass(frozen=True, slots=True)
class _Level:
    """How the entries of one depth are counted."""

    kind: str
    """`1`, `a`, `A`, `i`, `I`; empty for a bullet or nothing."""
    before: str
    after: str
    start: int
    shown_levels: int
    bullet: bool


@dataclass(slots=True)
class ListCounter:
    """Count the lists of one document."""

    styles: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)

    def learn(self, root: Any) -> None:
        """Take note of the list styles in a part."""
        for style in root.iter(TEXT + "list-style", TEXT + "outline-style"):
            name = style.get(STYLE + "name") or ""
            self.styles[name] = dict(map(_level, style))

    def begin(self, style: str, depth: int, *, goes_on: bool) -> None:
        """Begin a list at a depth from 1, counting on where the list before went on."""
        counted = self._counted.setdefault(style, {})
        for deeper in [level for level in counted if level > depth or (level == depth and not goes_on)]:
            del counted[deeper]

    def mark(self, style: str, depth: int, start: int | None = None) -> str:
        """Return what is printed before the next entry of a list."""
        levels = self.styles.get(style, {})
        level = levels.get(depth)
        if level is None or level.bullet:
            return "•"
        counted = self._counted.setdefault(style, {})
        value = start if start is not None else counted.get(depth, level.start - 1) + 1
        counted[depth] = value
        for deeper in [other for other in counted if other > depth]:
            del counted[deeper]
        if not level.kind:
            return ""
        above = range(depth - level.shown_levels + 1, depth)
        numbers = [_formatted(counted.get(d, 1), levels[d].kind) for d in above if d in levels and levels[d].kind]
        return level.before + ".".join([*numbers, _formatted(value, level.kind)]) + level.after


def _level(element: Any) -> tuple[int, _Level]:
    depth, start, shown = (_whole(element.get(TEXT + name)) for name in ("level", "start-value", "display-levels"))
    return depth, _Level(
        element.get(STYLE + "num-format") or "",
        element.get(STYLE + "num-prefix") or "",
        element.get(STYLE + "num-suffix") or "",
        start,
        min(shown, MAX_DEPTH),
        element.tag in (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"),
    )


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 1


def _formatted(value: int, kind: str) -> str:
    if kind in ("a", "A") and value > 0:
        letters = to_letters(value)
        return letters.upper() if kind == "A" else letters
    if kind in ("i", "I") and 0 < value < 4000:
        numeral = to_roman(value)
        return numeral.upper() if kind == "I" else numeral
    return str(value)
