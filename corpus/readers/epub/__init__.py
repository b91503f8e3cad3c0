"""Books in EPUB: the chapters in the order in which they are read."""
