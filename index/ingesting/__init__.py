"""From paths to documents that can be searched: parsed in processes of their own, cut, embedded, written.

Takes a `Request`, gives an `IngestReport`; corrections of metadata and a new embedding too. Imports `stores` and
`sources`.
"""
