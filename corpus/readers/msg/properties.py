"""Read the properties of an Outlook message, of its receivers and of its attachments from their compound file."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from corpus.readers.encoding import decode

SUBJECT, BODY, HTML, RTF, HEADERS = 0x0037, 0x1000, 0x1013, 0x1009, 0x007D
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
SHOWN_TO, SHOWN_CC = 0x0E04, 0x0E03
FILE_NAME, SHORT_NAME, CONTENT, MIME_TYPE, DISPLAY_NAME = 0x3707, 0x3704, 0x3701, 0x370E, 0x3001
_SENT, _DELIVERED, _CODE_PAGE = 0x0039, 0x0E06, 0x3FDE
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
MAX_STREAM = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Storage:
    """A folder within the compound file: the message itself, an attachment, or a message within it."""

    file: Any
    path: tuple[str, ...] = ()
    header: int = 32
    """Bytes before the list of fixed properties: 32 for a message, 24 for one within, 8 for an attachment."""

    def bytes_of(self, tag: int, kind: str = "0102") -> bytes:
        """Return a property as it is stored, empty where there is none."""
        place = [*self.path, f"__substg1.0_{tag:04X}{kind}"]
        if not self.file.exists(place) or self.file.get_size(place) > MAX_STREAM:
            return b""
        return bytes(self.file.openstream(place).read())

    def text_of(self, tag: int) -> str:
        """Return a property of text, empty where there is none."""
        wide = self.bytes_of(tag, "001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self.bytes_of(tag, "001E").rstrip(b"\0")
        try:
            return narrow.decode(f"cp{self._fixed(_CODE_PAGE) & 0xFFFF}")
        except (LookupError, UnicodeDecodeError):
            return decode(narrow)

    def sent(self) -> datetime | None:
        """Return when the message was sent, else when it came; None where neither is stated."""
        ticks = self._fixed(_SENT) or self._fixed(_DELIVERED)
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
        except OverflowError:
            return None

    def inner(self, tag: int = CONTENT) -> "Storage | None":
        """Return the message that an attachment is, None where it is none."""
        place = (*self.path, f"__substg1.0_{tag:04X}000D")
        is_message = self.file.exists([*place, "__properties_version1.0"])
        return Storage(self.file, place, 24) if is_message else None

    def attachments(self) -> Sequence["Storage"]:
        """Return the attachments, in order."""
        depth = len(self.path)
        names = {
            entry[depth]
            for entry in self.file.listdir(streams=True, storages=True)
            if tuple(entry[:depth]) == self.path
            and len(entry) > depth
            and entry[depth].startswith("__attach_version1.0_")
        }
        return [Storage(self.file, (*self.path, name), 8) for name in sorted(names)]

    def _fixed(self, tag: int) -> int:
        """Return a property of fixed size as a number, 0 where there is none."""
        place = [*self.path, "__properties_version1.0"]
        listed = self.file.openstream(place).read() if self.file.exists(place) else b""
        for offset in range(self.header, len(listed) - 15, 16):
            kind, name, _, value = struct.unpack_from("<HHIQ", listed, offset)
            if name == tag:
                return int(value & 0xFFFFFFFF) if kind == 0x0003 else int(value)
        return 0
