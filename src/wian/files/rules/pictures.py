"""Is a picture all there? Its frame is read, never the picture itself."""

from zlib import crc32

JPG_START, PNG_START = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
MOST_SEGMENTS = 10_000
_SCAN, _END = b"\xda", b"\xff\xd9"


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
