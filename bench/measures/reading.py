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
TIMES, WARM, MANY = 60, 1_000, 10_000


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
    words = [sys.executable, "-m", "bench.measures.reading"]
    warm, many = map(float, subprocess.run(words, capture_output=True, text=True, check=True).stdout.split())
    yield Result(
        f"reading: memory after {MANY:,} letters, less that after {WARM:,}", many - warm, "MB", at_most=5
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
