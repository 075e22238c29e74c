"""The letters of these tests. All were written for them; their people and units do not exist."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings

from saraban import Reading, read

#: For properties: a slow machine is no reason to fail.
unhurried = settings(deadline=None)

LETTERS = Path(__file__).parent / "letters"
NAMES = tuple(sorted(path.stem for path in LETTERS.glob("*.txt")))


def text_of(name: str) -> str:
    return (LETTERS / f"{name}.txt").read_text(encoding="utf-8")


def reading_of(name: str) -> Reading:
    return read(text_of(name))
