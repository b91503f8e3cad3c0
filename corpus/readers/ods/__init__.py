"""OpenDocument spreadsheets: the cells as they are shown."""
