"""Names of files, as people may safely see and save them."""

import re
import unicodedata

from wian.files.rules.kinds import KINDS, Kind

LENGTH = 200
NAMELESS = "file"
# What is cut off when it is not the right one; anything else after a dot ("0207.4") is part of the name.
_KNOWN = {ending for kind in KINDS for ending in kind.endings} | {
    "jfif", "heic", "gif", "bmp", "webp", "tif", "tiff", "doc", "docm", "dotx", "xls", "xlsm", "xlsb", "zip",
    "txt", "htm", "html", "svg", "exe", "scr", "com", "bat", "cmd", "ps1", "js", "vbs", "lnk", "hta", "msi",
}  # fmt: skip


def bare(name: str) -> str:
    """The last part of `name` on one line: no folder, no character that is unseen or turns the writing round."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(
        " " if char.isspace() else char
        for char in last
        if char.isspace() or unicodedata.category(char)[0] != "C"
    )
    return " ".join(seen.split()).strip(". ") or NAMELESS


def fitting(name: str, kind: Kind) -> str:
    """`name` with an ending of `kind`, at most LENGTH long: notes.txt -> notes.pdf, report.PDF stays."""
    stem, ending = _cut(bare(name))
    while ending and ending.lower() not in kind.endings:
        stem, ending = _cut(stem)
    ending = ending or kind.endings[0]
    return f"{stem[: LENGTH - len(ending) - 1].rstrip('. ') or NAMELESS}.{ending}"


def _cut(name: str) -> tuple[str, str]:
    """Name and ending; no ending when it has none that is known."""
    stem, dot, ending = name.rpartition(".")
    return (stem, ending) if dot and ending.lower() in _KNOWN else (name, "")
