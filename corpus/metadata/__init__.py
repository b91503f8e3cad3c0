"""What a document says of itself, and where it says it; which document it corrects, and its place in a series.

Takes pieces, what the format records and the name of the file, gives `Metadata`; a field is empty rather than wrong.
Each module finds one fact, of `FrontPage`. Imports `readers`, `text` and the nouns.
"""
