"""What is said beside an answer from a document of which there is another edition."""

import re

_SORTS = (("rev", "has been superseded by"), ("corr", "has been corrected by"), ("add", "has an addendum,"))


def edition_note(document: str, edition: str) -> str:
    """Return a sentence that names a document and the edition of it, by what the symbol of the edition says."""
    said = next(
        (said for sort, said in _SORTS if re.search(rf"/{sort}", edition, re.IGNORECASE)), "has another edition,"
    )
    return f"{document} {said} {edition}."
