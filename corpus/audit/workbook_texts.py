"""Have calamine, which is written in Rust, read a workbook, and see that each number in it was told."""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?(\s?%)?")


def texts_of(source: bytes, seen: Iterable[str]) -> Iterator[str]:
    """Yield the texts of all cells, and those numbers that stand in no text of `seen`, as it was rounded there."""
    from python_calamine import CalamineWorkbook

    told = _Numbers(seen)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(source))
    for name in workbook.sheet_names:
        for row in workbook.get_sheet_by_name(name).to_python():
            for value in row:
                if isinstance(value, str):
                    yield value
                elif isinstance(value, bool):
                    yield str(value).upper()
                elif isinstance(value, date):
                    yield str(value.year)
                elif not isinstance(value, (time, timedelta)) and not told.holds(value):
                    yield str(value)


class _Numbers:
    """The numbers in some texts, each with how it is rounded."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known: dict[tuple[int, bool], set[float]] = defaultdict(set)
        for text in texts:
            for match in _NUMBER.finditer(text):
                decimals, percent = len(match.group(1) or ""), bool(match.group(2))
                figure = match.group(0).rstrip("% \u00a0").replace(",", "")
                self._known[decimals, percent].add(float(figure))

    def holds(self, value: float) -> bool:
        """Tell whether a number stands in the texts, whatever its sign."""
        sizes = {False: abs(value), True: abs(value) * 100}
        return any(round(sizes[percent], decimals) in known for (decimals, percent), known in self._known.items())
