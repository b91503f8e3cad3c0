"""Which candidates answer, and whether any does: features, answer spans, the reader that reranks, and refusal.

Takes a `Question` and `Evidence`, gives `RankedCandidate`s, or what the documents lack; below a threshold of confidence
nothing is answered. Imports `evidence`, `question` and `language`.
"""
