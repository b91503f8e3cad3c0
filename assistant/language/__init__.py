"""Words and what they mean: tokenizing and stemming, numbers, dates, acronyms, countries, same and opposite words.

Takes text; imports nothing of the assistant.
"""
