"""Which candidates answer, and whether any does: features, answer spans, the reader, learned weights, refusal.

Imports `evidence`, `question` and `language`.
"""
