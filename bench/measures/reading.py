"""Reading a two-page letter beside one word segmentation of its text, and the memory that reading goes on to take."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from bench import machine
from bench.results import Result

LETTER = Path(__file__).with_name("two_pages.txt")
TIMES, WARM, MANY, LONGEST = 60, 1_000, 10_000, 50_000


def reading() -> Iterator[Result]:
    from pythainlp import word_tokenize

    from saraban import read

    text = LETTER.read_text(encoding="utf-8")
    segment = partial(word_tokenize, engine="newmm")
    read(text)
    segment(text)  # the dictionary is loaded
    pairs = [(_milliseconds(read, text), _milliseconds(segment, text)) for _ in range(TIMES)]
    letter, floor = map(median, zip(*pairs, strict=True))
    yield Result(f"reading: a letter of {len(text):,} characters", letter, "ms", floor, at_most=10)
    yield _slowest_line()
    words = [sys.executable, "-m", "bench.measures.reading"]
    warm, many = map(float, subprocess.run(words, capture_output=True, text=True, check=True).stdout.split())
    yield Result(
        f"reading: memory after {MANY:,} letters, less that after {WARM:,}", many - warm, "MB", at_most=5
    )


def _slowest_line() -> Result:
    """A letter with one hostile line, beside plain letters of that length: no pattern tries again and again."""
    from saraban import read
    from saraban.tests.support import LONG, text_of, with_a_long_line

    letter = text_of("external")
    plain = min(_milliseconds(read, letter * (LONGEST // len(letter) + 1)) for _ in range(3))
    slowest = max(
        min(_milliseconds(read, with_a_long_line(unit, LONGEST)) for _ in range(2)) for unit in LONG
    )
    return Result(
        f"reading: the slowest of {len(LONG)} hostile lines of {LONGEST:,} characters",
        slowest,
        "ms",
        plain,
        at_most=6,
    )


def memory() -> Iterator[float]:
    """MB of this process after so many letters, the same few again and again."""
    from saraban import read
    from saraban.tests.support import NAMES, text_of

    letters = cycle([text_of(name) for name in NAMES])
    for count in (WARM, MANY - WARM):
        for text in islice(letters, count):
            read(text)
        yield machine.resident_memory()


def _milliseconds(work: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    work(text)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    print(*memory())
