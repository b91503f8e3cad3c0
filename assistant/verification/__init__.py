"""Whether a sentence says what its source says: every check, of answers, summaries and the prose of a model.

Takes a sentence and the words it cites; gives `Problem`s. Imports `language` and `untrusted` alone.
"""
