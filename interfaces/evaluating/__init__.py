"""What `rapporteur eval` and `rapporteur facts` do, between the commands and `evals`.

Takes cases and options, gives records, and writes reports and baselines. Imports `terminal`.
"""
