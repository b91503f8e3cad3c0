"""Catalogue, vectors and words changed together, checked when opened, repaired after a crash.

Takes `Record`s, gives keys of chunks that are near a vector or share words. Home of chromadb and tantivy. Imports
`sources` for the originals and `split` for how chunks are cut.
"""
