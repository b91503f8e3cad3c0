"""The commands of `rapporteur`, grouped by what they work on; each file adds its own to the application."""
