"""What pasting, old fonts, scanners and pages do to a text, and what must not matter to a reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from saraban.words import LAO_LOOK_ALIKES

_TONES = {mark: chr(0xF70A + i) for i, mark in enumerate("\u0e48\u0e49\u0e4a\u0e4b\u0e4c")}
_LAO = {thai: lao for lao, thai in LAO_LOOK_ALIKES.items() if "ก" <= thai <= "ฮ"}
_TENTH = 0.1
_PIECE = re.compile(r"[^~ ]+ *~?| +~?")
_ABOVE_BELOW = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def zero_width(text: str, random: Random) -> str:
    return _sometimes(text, random, lambda letter: f"{letter}\u200b")


def no_break_spaces(text: str, random: Random) -> str:
    return _sometimes(text, random, lambda letter: "\u00a0" if letter == " " else letter, 0.5)


def sara_am(text: str, random: Random) -> str:
    return text.replace("ำ", "\u0e4d\u0e32")


def private_tone_marks(text: str, random: Random) -> str:
    return _sometimes(text, random, lambda letter: _TONES.get(letter, letter), 0.5)


def lao(text: str, random: Random) -> str:
    return _sometimes(text, random, lambda letter: _LAO.get(letter, letter))


def dos(text: str, random: Random) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def trailing_spaces(text: str, random: Random) -> str:
    return text.replace("\n", "  \n")


Damage = Callable[[str, Random], str]
#: Damage that is done to any text, letter by letter.
TYPED: tuple[Damage, ...] = (
    zero_width, no_break_spaces, sara_am, private_tone_marks, lao, dos, trailing_spaces,
)  # fmt: skip


def wrapped(drawn: str, width: int) -> str:
    """A composed letter as it was printed: its paragraphs cut to lines of that many letters, at a `~` or a space."""
    lines: list[str] = []
    for line in drawn.split("\n"):
        lines += _cut(line, width) if "~" in line else [line]
    return "\n".join(lines)


def _cut(paragraph: str, width: int) -> list[str]:
    lines = [""]
    for piece in _PIECE.findall(paragraph):
        if lines[-1] and _seen(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece.removesuffix("~")
    return lines


def _seen(text: str) -> int:
    """Letters that take room on a line: marks above and below do not."""
    return len(_ABOVE_BELOW.sub("", text.replace("~", "").rstrip()))


def _sometimes(text: str, random: Random, change: Callable[[str], str], share: float = _TENTH) -> str:
    return "".join(change(letter) if random.random() < share else letter for letter in text)
