"""Text of documents, questions and file names on its way into the page: nothing of it can become markup.

The page hands its markup to a Markdown component that sanitises it again. So that neither Markdown nor HTML finds
anything to interpret, every character that is not a letter, a digit or a space is written as a numeric reference.
"""

import unicodedata
from collections.abc import Iterable

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def escape(text: str) -> str:
    """Return text that shows exactly its characters wherever it stands in the page's markup."""
    return "".join(_reference(character) for character in text)


def shorten(text: str, most: int) -> str:
    """Return at most `most` characters of a text, and say how long it was when some were left out."""
    if len(text) <= most:
        return text
    return f"{text[:most].rstrip()}… ({len(text):,} characters)"


def spanned(text: str, spans: Iterable[tuple[int, int]], tag: str) -> str:
    """Return the escaped text with its character ranges set in an element, such as `mark`.

    Ranges may overlap, come in any order and reach past the end of the text.
    """
    parts, reached = [], 0
    for start, end in joined(spans):
        start, end = min(start, len(text)), min(end, len(text))
        if start < end:
            parts += [escape(text[reached:start]), f"<{tag}>{escape(text[start:end])}</{tag}>"]
            reached = end
    return "".join(parts) + escape(text[reached:])


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges in order, those that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _reference(character: str) -> str:
    if character == " " or character.isalnum():
        return character
    if character not in "\n\t" and unicodedata.category(character) in ("Cc", "Cs", "Cn"):
        return REPLACEMENT
    return f"&#{ord(character)};"
