"""The catalogue, which is the truth: documents, paragraphs, chunks, corrections, in SQLite. Home of SQLite.

Takes and gives frozen rows; knows nothing of files or indexes. `lock` says which process owns a library.
"""
