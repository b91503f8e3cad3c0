"""A document of headings, paragraphs, lists, tables and notes to DOCX, HTML or Markdown.

Takes an `OutputDocument`, gives bytes or text. Imports nothing of the corpus but its nouns. Home of python-docx.
"""
