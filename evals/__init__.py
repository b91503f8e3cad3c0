"""From known facts and cases to a `Report` that says how often answers are right.

Every measure is deterministic and computed from the cases alone; what a chat model thinks of an answer, where one is
asked for a second opinion, stands in columns of its own and decides nothing. Each metric has a file of its own with its
formula and its source.

Imports `assistant`, `index` and `corpus`.
"""
