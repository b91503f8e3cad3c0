"""What each part is worth: parts taken out (ablation), regressions planted, plainer searches beside ours.

Run as modules; takes `Case`s and documents, prints tables. Imports `running` and the rooms below it.
"""
