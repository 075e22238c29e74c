"""Are the words on some pages those of a paper? Asked before an attached source is believed."""

from __future__ import annotations

import dataclasses as dc
import re
from collections.abc import Iterable, Iterator

from saraban.paper.model import Paper
from saraban.paper.words import lines_of

#: What a page may bear that is not the paper's: the place of an emblem, the captions of the QR codes.
FURNITURE = ("ตัวอย่าง", "ตอบผ่านระบบ", "ตรวจสอบหนังสือ")
_PAGE_NUMBER = re.compile("-[๐-๙]{1,4}-")
_CONTINUED = re.compile("/(.{1,80})…")
# Words that stand beside each other are read in another order than that of the paper, but near by. Both keep hostile pages cheap.
_NEAR, _MOST_GAPS, _MOST_LINES = 2_000, 100, 50_000


def is_seen_in(paper: Paper, text: str) -> bool:
    """Does `text`, read from pages line by line, say what `paper` says as it is printed: nothing less, nothing else?

    White space does not count, nor do page numbers, continuation words, a table's repeated head, and lines that
    stand beside each other in either order.
    """
    lines = [_bare(line) for line in lines_of(dc.replace(paper, secrecy=""))]
    seen = [piece for piece in map(_bare, re.split(r"[\n\t]", text)) if piece]
    if len(lines) > _MOST_LINES or len(seen) > _MOST_LINES or (paper.secrecy and paper.secrecy not in seen):
        return False
    furniture = {*FURNITURE, *map(_bare, _heads(paper))} - {""}
    return _covers(lines, "".join(_without_edges(seen, paper.secrecy, {*lines})), furniture)


def _bare(text: str) -> str:
    return "".join(text.split())


def _heads(paper: Paper) -> Iterator[str]:
    for block in (*paper.body, *(block for annex in paper.annexes for block in annex.body)):
        if block.table is not None:
            yield "".join(block.table.header)


def _without_edges(seen: list[str], secrecy: str, lines: set[str]) -> list[str]:
    """Without what stands above and below the text of a page, unless a line of the paper looks like that."""
    kept = [line for line in seen if line in lines or not (line == secrecy or _PAGE_NUMBER.fullmatch(line))]
    return [line for at, line in enumerate(kept) if not _announces(line, kept[at + 1 :][:8])]


def _announces(line: str, following: list[str]) -> bool:
    """Is it the line at a page's end that says how the next page begins?"""
    match = _CONTINUED.fullmatch(line)
    return match is not None and "".join(following).startswith(match[1])


def _covers(lines: Iterable[str], seen: str, furniture: set[str]) -> bool:
    """Is `seen` made of all `lines`, and of nothing else but furniture?"""
    at = 0
    gaps: list[str] = []  # passed over, and not yet explained
    for line in lines:
        while not seen.startswith(line, at) and (piece := _piece(seen, at, furniture)):
            at += len(piece)
        if seen.startswith(line, at):
            at += len(line)
        elif (gap := next((one for one in gaps if line in one), None)) is not None:
            gaps.remove(gap)
            gaps += [part for part in gap.split(line, 1) if part]
        elif (found := seen.find(line, at, at + _NEAR)) >= 0 and len(gaps) < _MOST_GAPS:
            gaps.append(seen[at:found])
            at = found + len(line)
        else:
            return False
    return all(_is_furniture(gap, furniture) for gap in (*gaps, seen[at:]))


def _is_furniture(text: str, furniture: set[str]) -> bool:
    at = 0
    while at < len(text) and (piece := _piece(text, at, furniture)):
        at += len(piece)
    return at == len(text)


def _piece(text: str, at: int, furniture: set[str]) -> str:
    return next((piece for piece in furniture if text.startswith(piece, at)), "")
