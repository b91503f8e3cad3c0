"""From a file to a `Document` and its `Paragraph`s, and the catalogue that keeps them.

Takes the bytes of a file and gives paragraphs that can be cited: each with the number printed before it, its
section path, its page where one is known and its exact characters in the document's normalised text. Every visible
character of the source ends up in a paragraph or in a listed exclusion.

Imports nothing of the other packages. Home of unstructured, pypdfium2 and SQLite: nothing outside this package sees
their types.
"""
