"""Excel workbooks: the values of cells as they are shown, and never a formula run."""
