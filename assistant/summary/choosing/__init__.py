"""Which points a draft holds, how long each is, and in which order."""
