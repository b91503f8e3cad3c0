"""Tables of text, with commas, semicolons, tabs or bars between the cells."""
