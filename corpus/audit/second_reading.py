"""A second opinion on what a document says: the words that unstructured finds in it. Home of unstructured.

Our own readers give paragraphs their numbers and bounds, which unstructured does not keep; as a reader that shares no
line with ours it is the better witness that none of the words was lost.
"""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from corpus.errors import UnreadableSource
from corpus.offline import stay_offline

SECOND_READ = ("docx", "html")
"""Formats that are read a second time."""
_WORD = re.compile(r"\w+")


def overlooked_words(source: bytes, format_name: str, seen: Iterable[str]) -> tuple[str, ...]:
    """Return the words, with repeats, that unstructured finds in a source and that are not in the texts `seen`.

    `format_name` is one of `SECOND_READ`. A word to which the mark of a footnote sticks (`revenuea`) is not counted.
    Raise `UnreadableSource` when unstructured cannot read the source.
    """
    partition = _partition(format_name)
    try:
        elements = partition(file=io.BytesIO(source))
    except Exception as error:  # its many parsers raise whatever they like
        raise UnreadableSource(
            f"unstructured cannot read this document as well ({type(error).__name__}); what was read before stands"
        ) from error
    known = Counter(word for text in seen for word in _words(text))
    found = Counter(word for element in elements for word in _words(element.text))
    return tuple(word for word in (found - known).elements() if not (word[:-1] in known or word[:-2] in known))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(unicodedata.normalize("NFKC", text))]


def _partition(format_name: str) -> Callable[..., list[Any]]:
    """Import one of unstructured's readers, with its language model replaced by rules that need no download."""
    stay_offline()
    import spacy
    from unstructured.nlp import tokenize

    def by_rule() -> "spacy.language.Language":
        rules = spacy.blank("en")
        rules.add_pipe("sentencizer")
        return rules

    tokenize._load_spacy_model = by_rule
    if format_name == "docx":
        from unstructured.partition.docx import partition_docx

        return partition_docx
    from unstructured.partition.html import partition_html

    return partition_html
