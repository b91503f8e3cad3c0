"""A second opinion on what a document says: the words that another program finds in it.

Our own readers give paragraphs their numbers and bounds, which other programs do not keep; as a reader that shares no
line with ours each is the better witness that none of the words was lost.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from corpus.audit.office_parts import part_texts
from corpus.audit.second_readers import READERS
from corpus.errors import NotInstalled, UnreadableSource

INSTALL = (
    'pip install "unstructured[docx]>=0.27,<0.28" "odfdo>=3.27,<4" "python-calamine>=0.9,<0.10" "python-pptx>=1,<2" '
    '"striprtf>=0.0.32,<0.1"'
)
SECOND_READ = tuple(READERS)
"""Formats that are read a second time."""
_WORD = re.compile(r"\w*[^\W_]\w*")


def reader_name(format_name: str) -> str:
    """Return what the second reader of a format is called."""
    return READERS[format_name].name


def overlooked_words(source: bytes, format_name: str, seen: Iterable[str]) -> tuple[str, ...]:
    """Return the words, with repeats, that another program finds in a source and that are not in the texts `seen`.

    `format_name` is one of `SECOND_READ`. A word to which the mark of a footnote sticks (`revenuea`) is not counted;
    one of a diagram, a chart or another part beside the main text counts once. Raise `UnreadableSource` when the
    program cannot read the source, `NotInstalled` where it is absent.
    """
    reader = READERS[format_name]
    if find_spec(reader.package) is None:
        raise NotInstalled(f"a second reading needs {reader.name}; install it with {INSTALL}")
    told = list(seen)
    try:
        found = Counter(word for text in reader.texts(source, told) for word in _words(text))
        beside = Counter({word: 1 for text in part_texts(source, format_name) for word in _words(text)})
    except Exception as error:  # their many parsers raise whatever they like
        raise UnreadableSource(
            f"{reader.name} cannot read this document as well ({type(error).__name__}); what was read before stands"
        ) from error
    known = Counter(word for text in told for word in _words(text))
    return tuple(word for word in ((found | beside) - known).elements() if not _has_mark(word, known))


def _has_mark(word: str, known: Counter[str]) -> bool:
    return word[:-1] in known or word[:-2] in known


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(unicodedata.normalize("NFKC", text)))
