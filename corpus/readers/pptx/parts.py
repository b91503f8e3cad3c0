"""Find the slides of a presentation in their order."""

from corpus.errors import UnreadableSource
from corpus.readers.archive import Archive
from corpus.readers.ooxml import open_part, referred

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MAIN = "ppt/presentation.xml"


def slide_names(archive: Archive, name: str) -> list[str]:
    """Return the names of the slides in the order in which they are shown."""
    main = open_part(archive, _MAIN)
    if main is None:
        raise UnreadableSource(
            f"'{name}' lacks the part that lists its slides ({_MAIN}); save it again in PowerPoint and try once more"
        )
    listed = (referred(entry, main) for entry in main.root.iter(P + "sldId"))
    return [slide for slide in listed if slide]
