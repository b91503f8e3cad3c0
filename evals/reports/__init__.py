"""A run as others read it: one HTML file, JUnit XML, a line of JSON a case, and a summary for a pull request.

Each takes a `RunRecord`, and a `Comparison` where there is an earlier run, and gives text; who writes it where is not
decided here. Home of jinja2.
"""
