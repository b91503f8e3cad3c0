"""Blank the room that hnswlib keeps for vectors to come: it is written to disk as it lay in the memory of the process.

Its files hold `max_elements` of one size each, of which the first `cur_element_count` are used (`saveIndex`); the rest
is memory that was never set, in which words of a removed document may stand.
"""

import struct
from pathlib import Path

_HEAD = struct.Struct("<iQQQQ")
"""Version, offset of the first level, elements there is room for, elements used, bytes of each."""
_BLOCK = 1 << 20


def blank_unused(folder: Path) -> None:
    """Write zeros over the unused elements of every index of vectors below a folder."""
    for header in folder.rglob("header.bin"):
        _blank(header)


def _blank(header: Path) -> None:
    data = header.with_name("data_level0.bin")
    head = header.read_bytes()[: _HEAD.size]
    if len(head) < _HEAD.size or not data.is_file():
        return
    _, _, most, used, size = _HEAD.unpack(head)
    end = data.stat().st_size
    if end != most * size or used >= most:
        return  # of another layout, or without unused room
    with data.open("r+b") as file:
        for start in range(used * size, end, _BLOCK):
            room = min(_BLOCK, end - start)
            file.seek(start)
            if file.read(room).count(0) < room:
                file.seek(start)
                file.write(bytes(room))
