"""Make text safe to print: a document must not steer the terminal it is shown in."""

import re
import unicodedata

KEPT = "\n\t"
UNSAFE = ("Cc", "Cs")
"""Control characters, and halves of surrogate pairs, which no terminal can print."""


def visible(text: str) -> str:
    """Replace each unsafe character by one that can be seen; offsets stay as they are."""
    return "".join(
        "\ufffd" if character not in KEPT and unicodedata.category(character) in UNSAFE else character
        for character in text
    )


def sound(text: str) -> str:
    """Replace what is no character: bytes of a command line that are not UTF-8, and halves of surrogate pairs."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def in_one_line(text: str) -> str:
    """Return the text with each run of white space as one space, and nothing unsafe."""
    return visible(" ".join(text.split()))
