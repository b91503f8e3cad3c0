"""Front doors with no logic of their own: the command line, the chat page and its server.

Each turns what a person typed into a call of `assistant` or `evals` and shows what came back. Heavy libraries are
imported inside the commands that need them, so that `rapporteur --help` answers at once.
"""
