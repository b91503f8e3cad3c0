"""From a query and its vector to ranked passages that the catalogue says are live and in scope."""
