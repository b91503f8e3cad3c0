"""What words mean: numbers, dates, acronyms, countries, one thesaurus, and forms of one word.

Takes text, gives values that can be compared; words are tokenized by `corpus.text.words`. Imports nothing of the
assistant but this.
"""
