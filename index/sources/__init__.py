"""Which files an ingestion reads, and the copies that a library keeps of them."""
