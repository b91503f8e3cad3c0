"""From the bytes of a file to `Block`s in reading order: one folder a format, each with a `read` that `reading`
hands files to.

Raises a `CorpusError` that names the file. Imports `text` and the nouns. To add a format: a folder here, a row in
`corpus.formats` and a row in `reading.READERS`.
"""
