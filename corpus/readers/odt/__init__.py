"""OpenDocument texts: paragraphs with the numbers that are printed, tables, notes, text boxes, objects."""
