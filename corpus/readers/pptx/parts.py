"""Find the parts of a presentation that belong together: slides in their order, layouts, notes, charts."""

import posixpath
from dataclasses import dataclass, field
from typing import Any

from corpus.errors import UnreadableSource
from corpus.readers.archive import Archive

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "ppt/presentation.xml"


@dataclass(frozen=True, slots=True)
class PackagePart:
    """One XML part, and the parts that it refers to."""

    root: Any
    targets: dict[str, str] = field(default_factory=dict)
    """Id of a relationship → name of the part."""
    of_kind: dict[str, str] = field(default_factory=dict)
    """Kind of a relationship (`slideLayout`, `notesSlide`, …) → name of the first such part."""


def open_part(archive: Archive, name: str) -> PackagePart | None:
    """Return a part with its relationships, None when it is not there; nothing outside the file is followed."""
    root = archive.xml(name) if name else None
    if root is None:
        return None
    folder, file = posixpath.split(name)
    relations = archive.xml(f"{folder}/_rels/{file}.rels")
    targets: dict[str, str] = {}
    of_kind: dict[str, str] = {}
    for relation in relations if relations is not None else ():
        if relation.get("TargetMode") == "External" or not relation.get("Target"):
            continue
        target = relation.get("Target")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        targets[relation.get("Id") or ""] = path
        of_kind.setdefault((relation.get("Type") or "").rpartition("/")[2], path)
    return PackagePart(root, targets, of_kind)


def referred(element: Any, part: PackagePart, name: str = "id") -> str:
    """Return the name of the part that an element refers to by its attribute `r:name`, empty when to none."""
    return part.targets.get(element.get(_R + name) or "", "")


def slide_names(archive: Archive, name: str) -> list[str]:
    """Return the names of the slides in the order in which they are shown."""
    main = open_part(archive, _MAIN)
    if main is None:
        raise UnreadableSource(
            f"'{name}' lacks the part that lists its slides ({_MAIN}); save it again in PowerPoint and try once more"
        )
    listed = (referred(entry, main) for entry in main.root.iter(P + "sldId"))
    return [slide for slide in listed if slide]
