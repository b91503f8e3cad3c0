"""Markdown: headings, lists, tables and footnotes, without the signs of the markup."""
