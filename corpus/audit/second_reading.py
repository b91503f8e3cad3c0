"""A second opinion on what a document says: the words that unstructured finds in it. Home of unstructured.

Our own readers give paragraphs their numbers and bounds, which unstructured does not keep; as a reader that shares no
line with ours it is the better witness that none of the words was lost.
"""

import io
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.errors import NotInstalled, UnreadableSource
from corpus.offline import stay_offline

INSTALL = 'pip install "unstructured[docx]>=0.27,<0.28"'
SECOND_READ = ("docx", "html")
"""Formats that are read a second time."""
_WORD = re.compile(r"\w+")
_PIPELINE = "en_core_web_sm"
"""The pipeline of spaCy by which unstructured tells a title from a sentence; it would download it."""
_BY_RULE = """import spacy

def load(**options):
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return pipeline
"""


def overlooked_words(source: bytes, format_name: str, seen: Iterable[str]) -> tuple[str, ...]:
    """Return the words, with repeats, that unstructured finds in a source and that are not in the texts `seen`.

    `format_name` is one of `SECOND_READ`. A word to which the mark of a footnote sticks (`revenuea`) is not counted.
    Raise `UnreadableSource` when unstructured cannot read the source, `NotInstalled` where it is absent.
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
    """Import one of unstructured's readers, with a pipeline for sentences that needs no download."""
    if find_spec("unstructured") is None:
        raise NotInstalled(f"a second reading needs unstructured; install it with {INSTALL}")
    stay_offline()
    with _pipeline_by_rule():
        from unstructured.nlp.tokenize import sent_tokenize

        sent_tokenize("The pipeline is loaded once. It stays for the process.")
    if format_name == "docx":
        from unstructured.partition.docx import partition_docx

        return partition_docx
    from unstructured.partition.html import partition_html

    return partition_html


@contextmanager
def _pipeline_by_rule() -> Iterator[None]:
    """Have spaCy find our rules where it looks for an installed pipeline: a package with metadata, and `load` in it.

    Which kind of element a text is does not matter here, so the rules serve even where the trained one is installed.
    """
    with tempfile.TemporaryDirectory(prefix="rapporteur-pipeline-") as folder:
        metadata = Path(folder) / f"{_PIPELINE}-3.8.0.dist-info" / "METADATA"
        metadata.parent.mkdir()
        metadata.write_text(f"Metadata-Version: 2.1\nName: {_PIPELINE}\nVersion: 3.8.0\n", encoding="utf-8")
        (Path(folder) / f"{_PIPELINE}.py").write_text(_BY_RULE, encoding="utf-8")
        sys.path.insert(0, folder)
        try:
            yield
        finally:
            sys.path.remove(folder)
