"""The parts that a template may name, each made from the material of a document within a number of words.

Takes `Material` and an `Order`, gives `SummaryPart`s.
"""
