"""Runs beside one another: measures, paired tests, the stage that lost an answer, the history.

Takes `Outcome`s and `RunRecord`s, gives a `Report` or a `Comparison`. Imports `metrics` and `cases`.
"""
