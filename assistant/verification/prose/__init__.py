"""The checks of sentences that a chat model wrote in its own words; `check_written` runs them after those of `verify`.

Takes a sentence and the paragraphs it cites, gives why it is not supported, or the exact words it rests on.
"""
