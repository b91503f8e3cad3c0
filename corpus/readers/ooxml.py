"""Find the parts of an Office file that belong together: what a part refers to, by the id and by the kind."""

import posixpath
from dataclasses import dataclass, field
from typing import Any

from corpus.readers.archive import Archive

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True)
class PackagePart:
    """One XML part, and the parts that it refers to."""

    root: Any
    targets: dict[str, str] = field(default_factory=dict)
    """Id of a relationship → name of the part."""
    of_kind: dict[str, str] = field(default_factory=dict)
    """Kind of a relationship (`slideLayout`, `notesSlide`, …) → name of the first such part."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another part of the same file."""

    id: str
    kind: str
    """What the other is to it: `slideLayout`, `notesSlide`, …"""
    target: str
    """Name of the other part."""

    @property
    def is_xml(self) -> bool:
        """Tell whether the name of the part is one of XML."""
        return self.target.endswith(".xml")


def relations(archive: Archive, name: str) -> list[Relation]:
    """Return what a part refers to within the file, in order; nothing outside the file is followed."""
    folder, file = posixpath.split(name)
    listed = archive.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
    found = []
    for relation in listed if listed is not None else ():
        target = relation.get("Target") or ""
        if relation.get("TargetMode") != "External" and target:
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append(Relation(relation.get("Id") or "", (relation.get("Type") or "").rpartition("/")[2], path))
    return found


def open_part(archive: Archive, name: str) -> PackagePart | None:
    """Return a part with its relationships, None when it is not there."""
    root = archive.xml(name) if name else None
    if root is None:
        return None
    found = relations(archive, name)
    of_kind = {relation.kind: relation.target for relation in reversed(found)}
    return PackagePart(root, {relation.id: relation.target for relation in found}, of_kind)


def referred(element: Any, part: PackagePart, name: str = "id") -> str:
    """Return the name of the part that an element refers to by its attribute `r:name`, empty when to none."""
    return part.targets.get(element.get(_R + name) or "", "")
