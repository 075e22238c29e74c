"""The units of these tests. `unit` has two places, one of them taken, and nothing signed."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from wian.kit.actor import Actor
    from wian.responses.tests.unit import Unit


def _unit(story: Any, name: str) -> "Unit":
    from wian.responses.tests.unit import Unit  # after Django is set up

    return Unit(name, story.cast.preparers[name], story.cast.heads[name])


@pytest.fixture
def unit(story: Any) -> "Unit":
    return _unit(story, "กองการคลังและพัสดุ")


@pytest.fixture
def untouched(story: Any) -> "Unit":
    """A unit that has not even received the letter."""
    return _unit(story, "กองพัฒนามาตรฐานบริการ")


@pytest.fixture
def told(story: Any) -> "Unit":
    """A unit whose answer the owner recorded on its behalf, waiting to be confirmed."""
    return _unit(story, "กองสื่อสารองค์กร")


@pytest.fixture
def owner(story: Any) -> "Actor":
    return story.cast.parts["owner"]
