"""What is measured, part by part: each answers results, with the floor of the same run beside them."""

from collections.abc import Callable, Iterator

from bench.measures.exports import exports
from bench.measures.flows import flows
from bench.measures.matrix import matrix
from bench.measures.reading import reading
from bench.measures.start import start
from bench.measures.storm import storm
from bench.measures.typesetting import typesetting
from bench.results import Result
from bench.run import Run

PARTS: dict[str, Callable[[Run], Iterator[Result]]] = {
    "flows": flows,
    "storm": storm,
    "matrix": matrix,
    "exports": exports,
    "start": start,
}

#: What needs neither a database nor a site.
ALONE: dict[str, Callable[[], Iterator[Result]]] = {"reading": reading, "typesetting": typesetting}
