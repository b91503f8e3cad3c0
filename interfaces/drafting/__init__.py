"""The drafting page: a summary in the hands of a drafter, and how it is fetched as a file.

Takes what is done on the page, gives what it shows. Imports `markup`, `serving` and `saving`.
"""
