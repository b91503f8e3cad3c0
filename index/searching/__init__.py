"""From a query and its vector to ranked passages that the catalogue says are live and in scope.

Takes words, a vector and a `Scope`, gives `Passage`s, by BM25 and cosine fused. Imports `stores`.
"""
