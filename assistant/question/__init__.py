"""What is asked: small talk, follow-ups made complete (coreference), the kind of answer, names and documents named.

Takes a question and the turns before it, gives a `Query` and a `Question`. Imports `language`.
"""
