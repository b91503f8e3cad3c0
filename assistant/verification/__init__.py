"""Whether a sentence says what its source says (faithfulness): the checks of answers, summaries and a model's prose.

Takes a sentence and the words it cites, gives `Problem`s. Imports `language` and `untrusted` alone.
"""
