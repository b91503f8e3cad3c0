"""Answers, reports and progress as text that is safe for a terminal, and how commands open what they work with.

Takes answers, reports and errors, gives text and tables. Imports `markup` for the lines on what a model did.
"""
