"""Catalogue, vectors and words changed together, checked when opened, repaired after a crash. Home of chromadb and
tantivy.
"""
