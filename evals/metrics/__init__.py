"""The measures, each in a file of its own: outcomes in, one metric out."""
