"""From found passages and a chat model's prose to an answer of which every sentence was checked.

A model is named, never imported, until it is asked for. It is given passages as data under ids of their own, and
writes sentences with the ids and the exact words they rest on; each is checked against those words by the same
verifier as any other, and what fails is struck out. Whatever a model does, the answer in the documents' own words
is there already, and takes its place.
"""
