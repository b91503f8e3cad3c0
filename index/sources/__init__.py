"""Which files an ingestion reads, those in archives too, and the copies that a library keeps of them.

Takes paths, gives `SourceFile`s, or why one is not read. Imports the nouns of the index.
"""
