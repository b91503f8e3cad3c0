"""Unpack the RTF of a message, as [MS-OXRTFCP] packs it."""

import struct

_BEGUN = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096
MAX_UNPACKED = 64 * 1024 * 1024


def unpacked(packed: bytes) -> bytes:
    """Return the RTF, as far as it can be unpacked; empty for what is none."""
    if len(packed) < 16:
        return b""
    _, size, kind, _ = struct.unpack_from("<II4sI", packed)
    if kind == b"MELA":
        return packed[16 : 16 + size]
    if kind != b"LZFu":
        return b""
    window = bytearray(_BEGUN.ljust(_WINDOW, b"\0"))
    write, out, place = len(_BEGUN), bytearray(), 16
    size = min(size, MAX_UNPACKED)
    while place < len(packed) and len(out) < size:
        control, place = packed[place], place + 1
        for bit in range(8):
            copied, place = _next(packed, place, window, write, is_pair=bool(control >> bit & 1))
            if not copied:
                return bytes(out[:size])
            write += copied
            out += bytes(window[(write - copied + step) % _WINDOW] for step in range(copied))
    return bytes(out[:size])


def _next(packed: bytes, place: int, window: bytearray, write: int, *, is_pair: bool) -> tuple[int, int]:
    """Write the next byte, or the stretch that a pair points at, into the window; return how much, and what is next."""
    if place + is_pair >= len(packed):
        return 0, place
    if not is_pair:
        window[write % _WINDOW] = packed[place]
        return 1, place + 1
    pair = packed[place] << 8 | packed[place + 1]
    offset, length = pair >> 4, (pair & 15) + 2
    if offset == write % _WINDOW:
        return 0, place
    for step in range(length):  # byte by byte, for a stretch may go on into what it writes
        window[(write + step) % _WINDOW] = window[(offset + step) % _WINDOW]
    return length, place + 2
