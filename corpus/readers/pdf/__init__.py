"""PDF files: characters of each page to lines, columns, rows and paragraphs."""
