"""What makes the weights that the product ships: questions to learn from, examples, training and fitting.

Not part of the wheel. Imports `evals`, `assistant`, `index` and `corpus`; nothing imports it.
"""
