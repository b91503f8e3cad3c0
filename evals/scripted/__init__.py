"""A chat model that says what a script says: a real HTTP server that speaks the OpenAI protocol with streaming.

Takes a script, a function from what was asked to a reply; gives a server with an address. Nothing is drawn by chance
that a seed does not fix, so that an evaluation of the way through a model comes out the same twice.
"""
