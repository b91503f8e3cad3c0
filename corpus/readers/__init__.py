"""From the bytes of a file to `Block`s in reading order: one folder a format, each with a `read` of its own.

`reading.READERS` knows them; each raises a `CorpusError` that names the file, and imports no other format. Imports
`text` and the nouns. To add a format: a folder here, a row in `corpus.formats` and a row in `reading.READERS`.
"""
