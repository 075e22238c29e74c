"""python -m bench.letters 1000      typeset a letter to so many offices, with progress; 0: the first of a process

Prints for many: the seconds they took, MB of this process when it was warm, and at the end; for the first: milliseconds from nothing loaded.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from bench import machine
from bench.run import say

if TYPE_CHECKING:
    from saraban.paper import Paper

#: Of many letters, this part fills the caches: of words by text, and Typst's own.
WARM = 0.25
_orders = count(1)


def to_office(letter: "Paper") -> "Paper":
    """The same letter to another office, under another number."""
    order = next(_orders)
    return replace(letter, number=f"กนย ๐๑๐๒/{order}", addressee=f"ผู้อำนวยการกองที่ {order}")


def first() -> Iterator[float]:
    began = time.perf_counter()
    from saraban.paper import example
    from saraban.typesetting import pdf_of

    pdf_of(example("memo"))
    yield (time.perf_counter() - began) * 1000


def many(number: int) -> Iterator[float]:
    from saraban.paper import example
    from saraban.typesetting import pdf_of

    began, memory = time.monotonic(), []
    for done in range(1, number + 1):
        pdf_of(to_office(example("memo")))
        if done % max(1, number // 20) == 0:
            memory.append(machine.resident_memory())
            say(f"{done:,} letters after {time.monotonic() - began:.0f} s, {memory[-1]:.0f} MB")
    yield time.monotonic() - began
    yield memory[int(len(memory) * WARM) - 1]
    yield memory[-1]


if __name__ == "__main__":
    letters = int(sys.argv[1])
    print(*(many(letters) if letters else first()))
