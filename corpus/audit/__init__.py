"""Whether every visible character of a source is accounted for, by our own count and by a second reader."""
