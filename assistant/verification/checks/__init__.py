"""The checks of `verify`, one file each: numbers, names, negation and direction, verbs, and what changed places.

Each takes the sentence and its source as `TokenizedText`, and yields `Problem`s.
"""
