"""Answers, sources and problems as HTML; every text of a document is escaped here.

Takes answers, gives markup. Imports nothing of the interfaces.
"""
