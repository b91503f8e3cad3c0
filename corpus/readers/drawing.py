"""Read what DrawingML draws: charts as the rows of a table, diagrams as the entries of a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus.block import Block
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.ooxml import A, PackagePart, open_part, referred

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"


def text_of(element: Any) -> str:
    """Return the text of a paragraph, or of all paragraphs within an element, as it is shown."""
    parts: list[str] = []
    for node in element.iter():
        if (node.tag == A + "p" and parts) or node.tag == A + "br":
            parts.append("\n")
        elif node.tag == A + "t" or (isinstance(node.tag, str) and node.tag.endswith("/math}t")):
            parts.append(node.text or "")
    return "".join(parts).strip()


def cell_row(cells: tuple[str, ...], number: int, page: int | None, *, header: bool = False) -> Iterator[Block]:
    """Yield a row of a table; a single cell is a text."""
    if len(cells) == 1 and cells[0]:
        yield Block(cells[0], page=page)
    elif any(cells):
        yield Block("\t".join(cells), role="row", cells=cells, table=number, header=header, page=page)


def chart_of(archive: Archive, frame: Any, part: PackagePart) -> PackagePart | None:
    """Return the chart that a frame shows, None when it shows none."""
    return _linked(archive, frame, part, _C + "chart", "id")


def diagram_of(archive: Archive, frame: Any, part: PackagePart) -> PackagePart | None:
    """Return the texts of the diagram that a frame shows, None when it shows none."""
    return _linked(archive, frame, part, _DGM + "relIds", "dm")


def _linked(archive: Archive, frame: Any, part: PackagePart, tag: str, name: str) -> PackagePart | None:
    found = next(frame.iter(tag), None)
    return open_part(archive, referred(found, part, name)) if found is not None else None


@dataclass(frozen=True, slots=True)
class _Series:
    """One line, column or slice of a chart; points are kept by their index."""

    name: str
    categories: dict[int, str]
    values: dict[int, str]


def _series_of(chart: PackagePart) -> list[_Series]:
    """Return the series of a chart that have values."""
    found = [
        _Series(
            " ".join(_points(one, "tx").values()),
            _points(one, "cat") or _points(one, "xVal"),
            _points(one, "val") or _points(one, "yVal"),
        )
        for one in chart.root.iter(_C + "ser")
    ]
    return [series for series in found if series.values]


def chart_rows(chart: PackagePart, number: int, page: int | None = None) -> Iterator[Block]:
    """Yield the titles of a chart, then its figures as the rows of a table: one for each category."""
    for title in _texts(chart):
        yield Block(title, role="caption", page=page)
    series = _series_of(chart)
    shared = all(one.categories == series[0].categories for one in series)
    for group in [series] if shared and series else [[one] for one in series]:
        yield from cell_row(("", *(one.name for one in group)), number, page, header=True)
        for index in sorted({index for one in group for index in (*one.categories, *one.values)}):
            figures = (one.values.get(index, "") for one in group)
            yield from cell_row((group[0].categories.get(index, ""), *figures), number, page)


def _texts(chart: PackagePart) -> list[str]:
    """Return the titles that are written into a chart."""
    written = [text_of(rich) for rich in chart.root.iter(_C + "rich") if not _is_label(rich)]
    linked = [" ".join(_points(title, "tx").values()) for title in chart.root.iter(_C + "title")]
    return [" ".join(text.split()) for text in (*written, *linked) if text.strip()]


def _is_label(rich: Any) -> bool:
    return any(above.tag == _C + "dLbl" for above in rich.iterancestors())


def labels_of(chart: PackagePart) -> Iterator[Exclusion]:
    """Yield the words that stand at single points of a chart, in place of their values."""
    texts = [" ".join(text_of(rich).split()) for rich in chart.root.iter(_C + "rich") if _is_label(rich)]
    if text := " ".join(filter(None, texts)):
        yield Exclusion(text, "label within a chart")


def visible_in_chart(chart: PackagePart) -> list[str]:
    """Return what a chart shows: texts, names and values of its series, categories once where they are shared."""
    texts = [node.text or "" for node in chart.root.iter(A + "t")]
    series = [one for one in chart.root.iter(_C + "ser") if _stored(one, "val") or _stored(one, "yVal")]
    stored = [_stored(title, "tx") for title in chart.root.iter(_C + "title")]
    stored += [_stored(one, name) for one in series for name in ("tx", "val", "yVal")]
    categories = [tuple(_stored(one, "cat") + _stored(one, "xVal")) for one in series]
    shown = categories[:1] if len(set(categories)) == 1 else categories
    return [*texts, *(value for some in (*stored, *shown) for value in some)]


def _stored(root: Any, name: str) -> list[str]:
    return [value.text or "" for place in root.findall(_C + name) for value in place.iter(_C + "v")]


def _points(series: Any, name: str) -> dict[int, str]:
    """Return the stored points of a part of a series by their index."""
    place = series.find(_C + name)
    if place is None:
        return {}
    found: dict[int, str] = {}
    for point in place.iter(_C + "pt"):
        index, value = point.get("idx") or "0", point.findtext(_C + "v") or ""
        if index.isdigit():
            found[int(index)] = f"{found.get(int(index), '')} {value}".strip()
    return found


def diagram_items(diagram: PackagePart, page: int | None = None) -> Iterator[Block]:
    """Yield the texts of a diagram, each as an entry of a list."""
    for point in diagram.root.iter(_DGM + "pt"):
        if shown := text_of(point):
            yield Block(shown, role="item", page=page)


def visible_in(part: PackagePart) -> list[str]:
    """Return all text of a part, without looking at what became of it."""
    return [
        node.text
        for node in part.root.iter(A + "t")
        if node.text and not any(str(above.tag).endswith("}Fallback") for above in node.iterancestors())
    ]
