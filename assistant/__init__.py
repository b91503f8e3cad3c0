"""From a question and its conversation to an `Answer` whose every sentence cites a paragraph.

Finds passages through `index`, reads them, decides whether they answer, verifies each sentence against the words it
cites, and refuses when they do not. Holds the one place where settings become an assistant (`compose`).

Imports `index` and `corpus`, and reads the texts in `prompts`. Home of langchain.
"""
