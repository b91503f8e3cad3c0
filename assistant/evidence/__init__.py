"""What stands there: passages with their surroundings, taken apart into candidates; how rare a word is in the
library.

Imports `language` and `untrusted`.
"""
