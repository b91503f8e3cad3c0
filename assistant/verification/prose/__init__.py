"""The checks of sentences that a chat model wrote in its own words."""
