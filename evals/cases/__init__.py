"""Known facts: a `Case`, read from YAML or CSV, written, and proposed from documents."""
