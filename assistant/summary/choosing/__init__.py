"""Which sentences a summary is made of: salience, relevance to a question, redundancy, and the numbers worth a table.

Takes the units of an `Outline`, gives some of them.
"""
