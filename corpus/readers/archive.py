"""Open an Office file without trusting it: limits on what it unpacks to, and no entities or outside links."""

import lzma
import re
import zipfile
import zlib
from io import BytesIO
from typing import Any

from corpus.errors import SourceLimit, UnreadableSource

MAX_PART = 256 * 1024 * 1024
"""Bytes that one part may unpack to."""
MAX_RATIO = 400
"""How many times its packed size a part of more than 16 MiB may have."""
MAX_PARTS = 5_000
_STRICT = re.compile(rb"([\"'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
"""A name of ISO 29500 Strict, in which the same parts and elements have other names."""
_RATIO_FROM = 16 * 1024 * 1024
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


class Archive:
    """The parts of an Office file, each read on demand and within limits."""

    def __init__(self, source: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(source))
            self._parts = {part.filename: part for part in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise UnreadableSource(
                f"'{name}' is cut off or damaged; fetch or save it again, then try once more"
            ) from error
        if len(self._parts) > MAX_PARTS:
            raise SourceLimit(
                f"'{name}' holds {len(self._parts):,} parts, more than the {MAX_PARTS:,} that are read; split it"
            )

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the parts, in the order of the file."""
        return tuple(self._parts)

    def read(self, part: str) -> bytes:
        """Return the bytes of a part, empty when there is none.

        Raises `SourceLimit` for a part that unpacks to too much, and `UnreadableSource` for a damaged or locked one.
        """
        entry = self._parts.get(part)
        if entry is None:
            return b""
        if entry.flag_bits & 1:
            raise UnreadableSource(f"'{self.name}' is locked by a password; save it without one and try again")
        self._check(entry.file_size, entry.compress_size)
        try:
            with self._zip.open(entry) as stream:
                unpacked = stream.read(MAX_PART + 1)
        except _DAMAGE as error:
            raise UnreadableSource(
                f"'{self.name}' is damaged: its part '{part}' cannot be unpacked; save it again and try once more"
            ) from error
        self._check(len(unpacked), entry.compress_size)
        return unpacked

    def _check(self, size: int, packed: int) -> None:
        if size > MAX_PART or (size > _RATIO_FROM and size > MAX_RATIO * max(1, packed)):
            raise SourceLimit(
                f"'{self.name}' unpacks to more than it may ({size:,} bytes from {packed:,}), which looks like "
                "a ZIP bomb; if the file is genuine, save it as PDF and try again"
            )

    def markup(self, part: str) -> bytes:
        """Return an XML part with the names of the common kind of Open XML where it is in the strict kind.

        Raises `UnreadableSource` for XML that declares entities.
        """
        content = self.read(part)
        opening = content[:2_000_000].replace(b"\0", b"")
        if b"<!DOCTYPE" in opening or b"<!ENTITY" in opening:
            raise UnreadableSource(
                f"'{self.name}' declares XML entities in '{part}', which no Office program does; it was not read"
            )
        return _STRICT.sub(rb"\1http://schemas.openxmlformats.org/\2/2006/\3", content)

    def xml(self, part: str) -> Any:
        """Return the root element of an XML part, None when there is no such part.

        Raises `UnreadableSource` for XML that is damaged, nested too deeply or declares entities.
        """
        from lxml import etree

        content = self.markup(part)
        if not content:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
        )
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise self.malformed(part) from error

    def malformed(self, part: str) -> UnreadableSource:
        """Return the error that says that a part is no XML."""
        return UnreadableSource(
            f"'{self.name}' is damaged: its part '{part}' is not well formed; save it again and try once more"
        )
