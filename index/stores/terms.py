"""Which chunks share the words of a query, by BM25. Home of tantivy."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import LibraryDamaged
from corpus.text.word_counts import TOKENIZER
from corpus.text.words import tokenize

TERMS = f"2-{TOKENIZER}"
"""Version of what is indexed of a text; an index made by another one is made again."""

_WRITER_BYTES = 32_000_000
_MOST_TERMS = 200
_APART = re.compile(r"(?<!\d)(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+(?:–\d+)+)(?!\d)")
"""Figures that `tokenize` takes apart: `1 500`, and `2020–2022` with a dash."""


def terms_of(text: str) -> list[str]:
    """Return what is indexed of a text: every stem, as words are counted, and figures as one would type them."""
    return [word.stem for word in tokenize(text)] + _figures(text)


def _query_terms(query: str) -> list[str]:
    """Return what is searched of a query, each once, without the words that every question has."""
    words = tokenize(query)
    content = [word.stem for word in words if word.is_content] or [word.stem for word in words]
    return list(dict.fromkeys(content + _figures(query)))[:_MOST_TERMS]


def _figures(text: str) -> list[str]:
    return [re.sub(r"\s", "", match.group()).replace("–", "-") for match in _APART.finditer(text)]


class WordIndex:
    """A BM25 index of chunks by their key; it holds no text, only which words stand in which chunk how often."""

    def __init__(self, folder: Path | None) -> None:
        """Open or create the index in `folder`, or in memory; raise `LibraryDamaged` for one that cannot be read."""
        import tantivy

        self._tantivy = tantivy
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("key", stored=False, indexed=True, fast=True)
        schema.add_unsigned_field("revision", stored=False, indexed=True, fast=True)
        schema.add_text_field("words", stored=False, tokenizer_name=TERMS, index_option="freq")
        self._schema = schema.build()
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        with self._plainly():
            self._index = tantivy.Index(self._schema, path=None if folder is None else str(folder))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        self._index.register_tokenizer(TERMS, analyzer.build())
        self._writer: Any = None

    def close(self) -> None:
        """Let go of the files; what was not committed is lost."""
        writer, self._writer = self._writer, None
        if writer is not None:
            with suppress(ValueError, OSError, RuntimeError):  # what a full disk kept it from merging stays as it was
                writer.wait_merging_threads()

    def add(self, chunks: Iterable[tuple[int, int, str]]) -> None:
        """Add chunks, given as `(key, revision, text)`; nothing is seen before `commit`."""
        with self._writing() as writer:
            for key, revision, text in chunks:
                document = self._tantivy.Document()
                document.add_unsigned("key", key)
                document.add_unsigned("revision", revision)
                document.add_text("words", " ".join(terms_of(text)))
                writer.add_document(document)

    def erase(self, revisions: Iterable[int]) -> None:
        """Take the chunks of revisions out; nothing is seen before `commit`."""
        with self._writing() as writer:
            for revision in revisions:
                of_revision = self._tantivy.Query.term_query(self._schema, "revision", revision)
                writer.delete_documents_by_query(of_revision)

    def commit(self) -> None:
        """Write what was added and erased, and let searches see it."""
        with self._writing() as writer:
            writer.commit()
            self._index.reload()

    def count(self) -> int:
        """Say how many chunks are in the index."""
        return int(self._index.searcher().num_docs)

    def count_of(self, revision: int) -> int:
        """Say how many chunks of a revision are in the index."""
        of_revision = self._tantivy.Query.term_query(self._schema, "revision", revision)
        found: Any = self._index.searcher().search(of_revision, limit=1, count=True)
        return int(found.count)

    def keys(self) -> NDArray[np.int64]:
        """Give the key of every chunk in the index, in ascending order."""
        searcher = self._index.searcher()
        if not searcher.num_docs:
            return np.empty(0, dtype=np.int64)
        hits = searcher.search(self._tantivy.Query.all_query(), limit=int(searcher.num_docs), count=False).hits
        found = searcher.fast_field_values("key", [address for _, address in hits])
        return np.sort(np.array(found, dtype=np.int64))

    def search(
        self, query: str, *, limit: int, revisions: Sequence[int] | None = None, keys: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """Give `(key, BM25)` of the chunks that share a word with the query, best first, ties by key.

        Only chunks of `revisions`, or only those in `keys`, where these are given. No character of the query has a
        meaning of its own.
        """
        terms = _query_terms(query)
        if not terms:
            return []
        make = self._tantivy.Query
        wanted = [(self._tantivy.Occur.Should, make.term_query(self._schema, "words", term, "freq")) for term in terms]
        clauses = [(self._tantivy.Occur.Must, make.boolean_query(wanted))]
        for field, values in (("revision", revisions), ("key", keys)):
            if values is not None:
                allowed = make.term_set_query(self._schema, field, [int(value) for value in values])
                clauses.append((self._tantivy.Occur.Must, make.const_score_query(allowed, 0.0)))
        searcher = self._index.searcher()
        with self._plainly():
            hits = searcher.search(make.boolean_query(clauses), limit=limit, count=False).hits
            found = searcher.fast_field_values("key", [address for _, address in hits])
        pairs = [(int(key or 0), float(score)) for key, (score, _) in zip(found, hits, strict=True)]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """Give the writer, opened on first use; one that failed is let go of, for it writes no more and may hang."""
        with self._plainly():
            if self._writer is None:
                self._writer = self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
            try:
                yield self._writer
            except BaseException:
                self.close()
                raise

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Say what tantivy found in words a person can act on."""
        try:
            yield
        except (ValueError, OSError, RuntimeError) as error:
            raise LibraryDamaged(
                f"the word index in {self._folder} does not work ({error}); "
                "make room if the disk is full, then run 'rapporteur reindex'"
            ) from error
