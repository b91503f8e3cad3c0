"""An answer of the chosen candidates: sentences, lists, values that differ, clipping, editions. Imports `ranking`
and below.
"""
