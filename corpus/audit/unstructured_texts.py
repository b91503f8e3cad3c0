"""Have unstructured read a document, without a download. Home of unstructured."""

import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path

from corpus.offline import stay_offline

_PIPELINE = "en_core_web_sm"
"""The pipeline of spaCy by which unstructured tells a title from a sentence; it would download it."""
_BY_RULE = """import spacy

def load(**options):
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return pipeline
"""


def texts_of(source: bytes, kind: str, **options: bool) -> Iterator[str]:
    """Yield the texts of a document as unstructured reads it; `kind` is what it calls its reader: `docx`, `email`."""
    _make_ready()
    partition = getattr(import_module(f"unstructured.partition.{kind}"), f"partition_{kind}")
    for element in partition(file=io.BytesIO(source), **options):
        yield element.text


@cache
def _make_ready() -> None:
    """Load the pipeline for sentences, once for the process, where unstructured would download one."""
    stay_offline()
    with _pipeline_by_rule():
        from unstructured.nlp.tokenize import sent_tokenize

        sent_tokenize("The pipeline is loaded once. It stays for the process.")


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
