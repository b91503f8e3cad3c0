"""From paragraphs to `Chunk`s, and from a query to ranked `Passage`s.

Holds the library: one folder owned by one process, in which the catalogue is the truth and the vector and term
indexes are rebuilt from it. A hit is shown only when the catalogue says its paragraph is live and in scope.

Imports `corpus` alone. Home of chromadb, sentence-transformers and tantivy.
"""
