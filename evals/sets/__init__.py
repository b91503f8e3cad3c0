"""Public sets to measure on while developing, each read and scored in a file of its own.

Each file gives `measure(path, trial)`, which returns the metrics of the set at `path`. Nothing is tuned to a set and
nothing is trained on one.
"""
