"""The parts of a draft, each from its material."""
