"""Typesetting beside one plain run of Typst over the same letter; the first letter of a process; and the memory that many letters take."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.letters import WARM, to_office
from bench.results import Result

if TYPE_CHECKING:
    from saraban.paper import Paper

TIMES, COLD, MANY = 30, 3, 200


def typesetting() -> Iterator[Result]:
    from saraban.paper import example
    from saraban.typesetting import docx_of, pdf_of, pngs_of

    memo = example("memo")
    longer = replace(memo, body=memo.body * 3)
    for name, letter, at_most in (("a memo", memo, 1.5), ("one of three times its text", longer, None)):
        pdf_of(letter)
        pairs = [
            (_milliseconds(partial(pdf_of, to_office(letter))), _milliseconds(_plainly(to_office(letter))))
            for _ in range(TIMES)
        ]
        guarded, plain = map(median, zip(*pairs, strict=True))
        yield Result(f"typesetting: {name}, set before", guarded, "ms", plain, at_most=at_most)
    for name, how in (("as pictures", pngs_of), ("as Word", docx_of)):
        took = median(_milliseconds(partial(how, to_office(memo))) for _ in range(TIMES))
        yield Result(f"typesetting: a memo {name}", took, "ms")
    yield Result("typesetting: a memo, first of a process", median(_told(0)[0] for _ in range(COLD)), "ms")
    seconds, warm, end = _told(MANY)
    yield Result(f"typesetting: {MANY:,} letters of one text", MANY / seconds, "/s")
    name = f"typesetting: memory after {MANY:,} letters, less that after {MANY * WARM:,.0f}"
    yield Result(name, end - warm, "MB", at_most=10)


def _plainly(letter: "Paper") -> Callable[[], object]:
    """One run of Typst over it, without a look at its lines."""
    from saraban import typesetting
    from saraban.paper import printed
    from saraban.typesetting.fonts import compiled
    from saraban.typesetting.pages import data_of

    data = data_of(printed(letter), lambda text: [text], source=letter, emblem=None, signature=None)
    return partial(compiled, Path(typesetting.__file__).with_name("paper.typ"), data)


def _told(number: int) -> list[float]:
    words = [sys.executable, "-m", "bench.letters", str(number)]
    return [*map(float, subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True).stdout.split())]


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
