"""Find the words that a model says it copied in the paragraph it says they are from."""

import re
import unicodedata

from assistant.untrusted.clean import clean
from assistant.verification.tokenized import LEFT_OUT, PLAIN_PUNCTUATION

_SAME = str.maketrans(PLAIN_PUNCTUATION | {"‹": "<", "›": ">"})
_EDGES = " .,;:!?-\"'()[]|"


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Return where the words of a quote stand in a text, None when they do not stand there letter by letter.

    Case, white space, the kind of dash and quotation mark, and punctuation at either end may differ; words left out
    must be shown by `…`, and what stands on either side of it comes in the same order.
    """
    folded, places = _folded(text)
    pieces = [piece.strip(_EDGES) for piece in LEFT_OUT.split(_folded(quote.replace(" | ", "\t"))[0])]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    start, at = -1, 0
    for piece in pieces:
        found = _whole(piece, folded, at)
        if found < 0:
            return None
        start = found if start < 0 else start
        at = found + len(piece)
    return places[start], places[at - 1] + 1


def _whole(piece: str, folded: str, at: int) -> int:
    """Return where a piece stands as whole words and whole numbers, -1 for nowhere."""
    pattern = re.compile(rf"(?<!\w)(?<!\d[.,]){re.escape(piece)}(?!\w)(?![.,]\d)")
    match = pattern.search(folded, at)
    return match.start() if match else -1


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text with its free choices made alike, and where each of its characters stood."""
    characters: list[str] = []
    places: list[int] = []
    for token, character in enumerate(text):
        plain = clean(unicodedata.normalize("NFKC", character)).translate(_SAME).lower()
        for each in " " if plain.isspace() else plain:
            if each == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(each)
            places.append(token)
    return "".join(characters), places
