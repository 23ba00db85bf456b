"""Lines of a sorted file by the key that they start with, without reading more of the file than these.

The lines of one key stand together; beside the file lies an index that tells where, so that a look-up,
whose answer is mostly "nothing", costs a microsecond.
"""

from __future__ import annotations

import sys
from array import array
from functools import lru_cache
from pathlib import Path
from zlib import crc32


def lines_of(folder: str, file: str, key: str) -> tuple[str, ...]:
    """The lines of a file that start with a key and a tab; empty where none does."""
    data, slots = _indexed(folder, file)
    try:
        wanted = key.encode() + b"\t"
    except UnicodeEncodeError:
        return ()
    mask = len(slots) - 2
    slot = crc32(wanted) & mask
    start = slots[slot]
    while start:
        if data.startswith(wanted, start - 1):
            break
        slot = (slot + 1) & mask
        start = slots[slot]
    else:
        return ()
    start -= 1
    found = []
    while data.startswith(wanted, start):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        found.append(data[start:end].decode())
        start = end + 1
    return tuple(found)


@lru_cache(maxsize=16)
def _indexed(folder: str, file: str) -> tuple[bytes, array[int]]:
    """A file and its index; an index that is missing or of another size is made anew."""
    data = _read(f"{folder}/{file}.txt")
    written = _read(f"{folder}/{file}.index")
    slots = array("I", written[: len(written) & ~3])
    if sys.byteorder == "big":
        slots.byteswap()
    return data, slots if slots and slots[-1] == len(data) else index_of(data)


def index_of(data: bytes) -> array[int]:
    """Where the lines of each key start: a hash table with open addressing.

    A power of two of slots, each 0 or 1 more than where the first line of a key starts, as near as
    possible behind the key's CRC-32 (the tab behind it included) modulo their number; then the length of the data.
    """
    starts: dict[bytes, int] = {}
    start = 0
    for line in data.split(b"\n"):
        if line:
            starts.setdefault(line[: line.find(b"\t") + 1], start + 1)
        start += len(line) + 1
    mask = (1 << (2 * len(starts)).bit_length()) - 1
    slots = array("I", bytes(4 * mask + 4))
    for key, start in starts.items():
        slot = crc32(key) & mask
        while slots[slot]:
            slot = (slot + 1) & mask
        slots[slot] = start
    slots.append(len(data))
    return slots


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""
