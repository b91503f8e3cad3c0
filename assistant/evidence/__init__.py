"""What stands in the documents: passages with their context, taken apart into candidates, and how rare words are.

Takes passages of the index, gives `Evidence` and `Candidate`s. Imports `language` and `untrusted`.
"""
