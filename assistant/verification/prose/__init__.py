"""The checks of sentences that a chat model wrote in its own words; `check_written` runs them after those of `verify`.

`modality`: what is planned told as done; `moved`: names torn from their clause; `first_word`: a name that opens a
sentence; `manner`: markup, addresses, orders to the reader; `quote`: whether quoted words stand there; `support`:
whether enough of its words do.

Takes a sentence and the paragraphs it cites, gives why it is not supported, or the exact words it rests on.
"""
