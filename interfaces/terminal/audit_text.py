"""What became of the characters of a source, as the terminal shows it."""

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from corpus.errors import NotInstalled
from interfaces.terminal.visible import in_one_line

if TYPE_CHECKING:
    from index.library import Audit, Library

LONGEST = 120
"""Characters shown of an excluded or missing piece."""


def audit_text(audit: "Audit") -> Text:
    """Return the share that is accounted for, each exclusion with its reason, and each piece that is missing."""
    whole = audit.accounted >= audit.visible
    text = Text(f"{audit.document.id}: ", style="bold")
    text.append(f"{audit.accounted:,} of {audit.visible:,} visible characters are accounted for ({audit.share:.2%})",
                style="" if whole else "bold red")  # fmt: skip
    if audit.exclusions:
        reasons = Counter(exclusion.reason for exclusion in audit.exclusions)
        text.append("\n  excluded: " + ", ".join(f"{count} × {reason}" for reason, count in reasons.most_common()))
    for exclusion in audit.exclusions:
        page = f", page {exclusion.page}" if exclusion.page is not None else ""
        text.append(f"\n  – {exclusion.reason}{page}: {_short(exclusion.text)}", style="dim")
    for piece in audit.missing:
        text.append(f"\n  ! missing: {_short(piece)}", style="red")
    return text


def second_reading_text(library: "Library", document: str) -> list[Text]:
    """Return what a second reader finds in a document, or that it is not installed; nothing for other formats."""
    from corpus.audit.second_reading import reader_name

    try:
        overlooked = library.overlooked(document)
    except NotInstalled as missing:
        return [Text(f"  {missing}")]
    if overlooked is None:
        return []
    name = reader_name(library.audit(document).document.format)
    if not overlooked:
        return [Text(f"  A second reader, {name}, finds no word that is missing.")]
    words = _short(" ".join(overlooked))
    return [Text(f"  ! a second reader, {name}, also finds {len(overlooked)} words: {words}", style="red")]


def _short(piece: str) -> str:
    line = in_one_line(piece)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
