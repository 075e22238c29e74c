from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wian.asks.tests.letters import memo

if TYPE_CHECKING:
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
