"""Whether every visible character of a source is accounted for, by our own count and by a second reader.

Takes what a reader saw and the text that was made of it, gives `Coverage`. Home of the second readers: unstructured,
calamine, odfdo, python-pptx, striprtf.
"""
