"""What a document says of itself: title, symbol, date, body, session, place, kind, and which document it corrects.

Takes pieces and what the format records, gives `Metadata`; a field is empty rather than wrong. Imports `text`
and the nouns.
"""
