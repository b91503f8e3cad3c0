"""Cases asked of a library: the run, the judging of each answer, and what is kept so that nothing is asked twice.

Takes `Case`s and what answers them, gives `Outcome`s. Imports `cases` and `metrics`.
"""
