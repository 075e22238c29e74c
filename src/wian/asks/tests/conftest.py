from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from wian.asks.tests.letters import NOMINATE, PROPOSE, memo

if TYPE_CHECKING:
    from wian.asks.models import ReadIn
    from wian.kit.actor import Actor


@pytest.fixture
def owner(story) -> "Actor":
    return story.cast.parts["owner"]


@pytest.fixture
def letter(tmp_path) -> Callable[..., Path]:
    """Writes a letter's file; the points given, or bytes as they are."""

    def write(*points: str, data: bytes | None = None, name: str = "letter.txt", **facts: Any) -> Path:
        file = tmp_path / name
        file.write_bytes(memo(*points, **facts).encode() if data is None else data)
        return file

    return write


@pytest.fixture
def draft(owner) -> "ReadIn":
    """A letter that the owner read in: two asks, three units."""
    from wian.asks.commands.read_in import save_draft
    from wian.kit import clock

    text = memo(PROPOSE, NOMINATE).encode()
    return save_draft(text, name="letter.txt", post=owner.post, at=clock.now())


@pytest.fixture
def proposal_url(draft) -> str:
    return reverse("asks:proposal", args=[draft.pk])


@pytest.fixture
def launch_url(draft) -> str:
    return reverse("asks:launch", args=[draft.pk])
