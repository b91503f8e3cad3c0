"""The drafting page: a draft in the hands of a drafter, and how it is fetched."""
