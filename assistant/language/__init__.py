"""Words and what they mean: tokenizing, stemming, numbers, dates, acronyms, countries, synonyms and antonyms.

Takes text, gives stems, numbers and dates that can be compared. Imports nothing of the assistant but this.
"""
