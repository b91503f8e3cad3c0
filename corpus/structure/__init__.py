"""From `Block`s to `Piece`s with label, section and parent: numbering, headings, lists, tables, covers and contents.

Imports `metadata` for the words of a cover, and `text`.
"""
