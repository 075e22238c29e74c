"""Is a picture all there? Its frame is read, never the picture itself."""

from struct import unpack
from zlib import crc32

JPG_START, PNG_START = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
MOST_SEGMENTS = 10_000
_SCAN, _END = b"\xda", b"\xff\xd9"
# The segments that say how large a picture is: all of SOF, without what lies between them.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def is_whole_jpg(data: bytes) -> bool:
    """Whether its segments lead to a scan, and the scan to an end. What phones append after the end is let be."""
    at = 2
    for _ in range(MOST_SEGMENTS):
        if data[at : at + 1] != b"\xff":
            return False
        marker, length = data[at + 1 : at + 2], int.from_bytes(data[at + 2 : at + 4])
        if marker == b"\xff":  # filling
            at += 1
        elif marker == _SCAN:
            return _END in data[at:]
        else:
            at += 2 + length
    return False


def size_of_jpg(data: bytes) -> tuple[int, int]:
    """Width and height of a whole JPG, in dots; (0, 0) where it says none."""
    at = 2
    while at + 9 <= len(data) and data[at + 1 : at + 2] != _SCAN:
        if data[at + 1] in _FRAMES:
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 1 if data[at + 1] == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4])
    return 0, 0


def is_whole_png(data: bytes) -> bool:
    """Whether its chunks follow one another unharmed from IHDR over IDAT to IEND."""
    at, seen = len(PNG_START), []
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        body = data[at + 4 : at + 8 + length]
        if crc32(body) != int.from_bytes(data[at + 8 + length : at + 12 + length]):
            return False
        seen.append(body[:4])
        if body[:4] == b"IEND":
            return seen[0] == b"IHDR" and b"IDAT" in seen
        at += 12 + length
    return False
