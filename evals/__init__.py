"""From known facts and cases to a `Report` that says how often answers are right.

Every measure is deterministic and computed from the cases alone: no model judges. Each metric has a file of its own
with its formula and its source.

Imports `assistant`, `index` and `corpus`.
"""
