"""RTF: paragraphs, printed numbers, tables and notes, with pictures and objects passed over."""
