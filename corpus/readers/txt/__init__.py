"""Plain text: paragraphs, headings, lists and tables, told from the lines alone."""
