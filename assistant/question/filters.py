"""The documents a question limits itself to: `in the 2021 release`, `according to A/78/5`."""

import re
from collections.abc import Iterable, Sequence

from assistant.language.matching import held_words, matched
from corpus.document import Document
from corpus.metadata.period import years_of
from corpus.metadata.symbol import is_named_by
from corpus.text.words import is_year, stem_of, tokenize

_KINDS = "press release|release|submission|resolution|letter|agenda|budget|meeting report|report|note"
_WITHIN = r"\b(?:in|from|by|according to|as per|says?|does)\s+"
_REFERENCE = re.compile(
    rf"{_WITHIN}the\s+(?P<words>(?:[\w'’./-]+\s+){{0,6}}?)(?P<kind>{_KINDS})\b"
    r"(?:\s+(?:of|from|for|dated)\s+(?:\d{1,2}\s+)?(?P<after>(?:\w+\s+){0,2}(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_SYMBOL = re.compile(rf"{_WITHIN}(?:document\s+)?(?P<symbol>[A-Z][\w.]*(?:/[\w.()-]+)+)")
_NOT_TELLING = frozenset(
    stem_of(word)
    for word in (
        "press meeting document documents same other whole january february march april may june july august september "
        "october november december"
    ).split()
)
"""Words of a reference that need not be among the metadata; of a date its year is enough."""


def documents_named(question: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents to which the words of a question limit it; empty where they set no limit.

    A reference counts when it says more than a kind, and fits some of the documents but not all.
    """
    symbol = _SYMBOL.search(question)
    if symbol:
        own = tuple(
            document for document in documents if is_named_by(document.metadata.symbol, symbol["symbol"].rstrip("."))
        )
        if own:
            return own
    reference = _REFERENCE.search(question)
    if not reference:
        return ()
    said = f"{reference['words']} {reference['after'] or ''}"
    wanted = {word.stem for word in tokenize(said) if word.is_content} - _NOT_TELLING
    kind = reference["kind"].lower().removeprefix("press ")
    found = tuple(document for document in documents if kind in document.metadata.kind and _fits(document, wanted))
    return found if wanted and len(found) < len(documents) else ()


def _fits(document: Document, wanted: Iterable[str]) -> bool:
    """Tell whether the metadata and the id of a document hold all words; a year is that of its date if it has one."""
    metadata = document.metadata
    held = held_words(
        f"{metadata.title} {metadata.body} {metadata.session} {metadata.place} {metadata.symbol} {document.id}"
    )
    dated = years_of(metadata.date) | years_of(metadata.period) or held
    years = set(filter(is_year, wanted))
    others = set(wanted) - years
    return years <= dated and matched(others, held) == others
