"""What `rapporteur eval` and `rapporteur facts` do, between the commands and `evals`."""
