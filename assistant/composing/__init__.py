"""The sentences of an answer, in the documents' own words: lists, values that differ, clipping, later editions.

Takes `RankedCandidate`s, gives a `ComposedAnswer`. Imports `ranking` and the rooms below it.
"""
