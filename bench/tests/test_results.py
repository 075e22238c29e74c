"""How a measurement is judged."""

import pytest

from bench.results import Result


@pytest.mark.parametrize(
    ("result", "passes"),
    [
        (Result("a", 3, "", at_most=3), True),
        (Result("a", 4, "", at_most=3), False),
        (Result("a", 80, "ms", 10, at_most=8), True),
        (Result("a", 81, "ms", 10, at_most=8), False),
        (Result("a", 99, "/s", 800, at_least=1 / 8), False),
        (Result("a", 100, "/s", 800, at_least=1 / 8), True),
        (Result("a", 81, "ms", 10), None),
    ],
)
def test_a_floor_makes_it_a_ratio(result, passes):
    assert result.passes is passes
