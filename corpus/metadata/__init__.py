"""What a document says of itself: title, symbol, date, body, session, place, kind, and which document it corrects.

Takes pieces and paragraphs; a field is empty rather than wrong.
"""
