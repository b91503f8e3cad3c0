"""From paths to documents that can be searched: parsed in processes of their own, cut, embedded, written."""
