"""What documents and questions may carry besides their words: prompt injection, and what hides it.

Takes any text, gives it without what cannot be seen, or the place where injected instructions begin. Imports nothing
of the assistant but this.
"""
