"""Printed words: tokenizing, stemming, sentences, numbering, headings, note marks, dates and languages.

Takes text and `Block`s; gives what can be told of them. Imports `block`, `piece` and the nouns below them.
"""
