"""Known facts: a `Case`, read from YAML or CSV, written, and proposed from documents.

Imports the assistant for what a sentence counts or names, and nothing of the evaluation.
"""
