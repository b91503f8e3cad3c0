"""Word files: paragraphs with the numbers that Word prints, tables, notes, text boxes."""
