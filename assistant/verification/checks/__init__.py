"""The checks of `verify`, one file each.

`numbers`: values, dates, ordinals and document symbols; `names`: people, bodies, places, acronyms; `polarity`: denials,
and what rises or falls; `acts`: verbs that tell another act; `swaps`, `exchanges`: names and numbers that changed
places; `owners`: whose a number is.

Each takes the sentence and its source as `TokenizedText`, and yields `Problem`s.
"""
