"""Write a document as one page of HTML without a script, its footnotes at the end with the way back."""

from collections.abc import Iterator
from html import escape

from corpus.writers.output import Line, ListBlock, OutputBlock, OutputDocument, Prose, TableBlock, Title

_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#1f2328}"
    "h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:1.8rem}h3{font-size:1.05rem}h4{font-size:1rem}"
    "table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{border:1px solid #bbb;padding:.3rem .5rem;"
    "text-align:left;vertical-align:top}.back::after{content:'\\21a9'}sup a{text-decoration:none}"
    ".quiet{color:#5b6068;font-style:italic}"
    ".footnotes{border-top:1px solid #bbb;margin-top:2.5rem;font-size:.88rem}"
)


def write(document: OutputDocument) -> bytes:
    """Return the document as UTF-8."""
    notes: list[str] = []
    body = "\n".join(part for block in document.blocks for part in _parts(block, notes))
    listed = "\n".join(
        f'<li id="note-{number}">{escape(note)} <a class="back" href="#call-{number}" aria-label="Back"></a></li>'
        for number, note in enumerate(notes, start=1)
    )
    foot = f'\n<section class="footnotes"><ol>\n{listed}\n</ol></section>' if notes else ""
    return (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title><style>{_STYLE}</style></head>\n<body>\n{body}{foot}\n</body>\n</html>\n"
    ).encode()


def _parts(block: OutputBlock, notes: list[str]) -> Iterator[str]:
    if isinstance(block, Title):
        rank = block.level + 1
        yield f"<h{rank}>{escape(block.text)}</h{rank}>"
    elif isinstance(block, Prose):
        quiet = ' class="quiet"' if block.quiet else ""
        yield f"<p{quiet}>{_line(block.line, notes)}</p>"
    elif isinstance(block, ListBlock):
        yield from _list(block, notes)
    elif isinstance(block, TableBlock):
        yield "<table><thead><tr>"
        yield "".join(f"<th>{escape(column)}</th>" for column in block.columns) + "</tr></thead><tbody>"
        for row in block.rows:
            yield "<tr>" + "".join(f"<td>{_line(cell, notes)}</td>" for cell in row) + "</tr>"
        yield "</tbody></table>"


def _list(block: ListBlock, notes: list[str]) -> Iterator[str]:
    tag = "ol" if block.numbers else "ul"
    yield f"<{tag}>"
    for rank, item in enumerate(block.items):
        value = f' value="{block.numbers[rank]}"' if block.numbers else ""
        yield f"<li{value}>{_line(item, notes)}</li>"
    yield f"</{tag}>"


def _line(line: Line, notes: list[str]) -> str:
    parts = []
    for run in line:
        parts.append(f"<strong>{escape(run.text)}</strong>" if run.bold else escape(run.text))
        for note in run.notes:
            notes.append(note)
            number = len(notes)
            parts.append(f'<sup id="call-{number}"><a href="#note-{number}">{number}</a></sup>')
    return "".join(parts)
