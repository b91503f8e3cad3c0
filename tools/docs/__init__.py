"""The documentation: its pages read, checked against the product, and made into a site.

`pages` reads Markdown, `links` and `commands` check what a page points at and shows, `running` runs what it shows,
`site` writes HTML; `python -m tools.docs FOLDER` does all but the running, which the tests do.
"""
