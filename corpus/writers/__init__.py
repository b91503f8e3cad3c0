"""A sheet of headings, points, tables and notes to DOCX, HTML or Markdown."""
