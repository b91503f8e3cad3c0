"""The checks of `verify`, one file each."""
