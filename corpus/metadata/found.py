"""A value with the place where it was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the metadata and where it stands, in words for people: `cover`, `front matter`, `file name`."""

    value: str = ""
    origin: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything was found."""
        return bool(self.value)


NOTHING = Found()
