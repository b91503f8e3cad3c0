"""Which way a script is written."""

import unicodedata


def is_right_to_left(text: str) -> bool:
    """Tell whether a character belongs to a script that is written from right to left, such as Arabic or Hebrew."""
    return text > "\u0590" and unicodedata.bidirectional(text[0]) in ("R", "AL")
