"""What is posted acts in one way (`wian.kit.posting`), so that a form acts once, and a kept one not by itself."""

from pathlib import Path

import pytest

from tests.house.test_imports import graph

pytestmark = pytest.mark.static
SOURCE = Path(__file__).parents[2] / "src"
# Views that take a post and do no act: they belong to the frame of every page or, as verifying does, change nothing; they are never kept.
FRAME = {
    "wian.accounts.views.capacity",
    "wian.accounts.views.look",
    "wian.desks.views.demo",
    "wian.letters.views.verify",
}


def takes_posts(path: Path) -> bool:
    text = path.read_text()
    return '"POST"' in text or "require_POST" in text


def acts_in_the_one_way(view: str) -> bool:
    """By itself, or through another view of its room."""
    imported = graph().find_modules_directly_imported_by(view)
    return "wian.kit.posting" in imported or any(
        acts_in_the_one_way(other) for other in imported if ".views." in other
    )


def test_every_view_that_takes_a_post_acts_in_the_one_way():
    views = {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        for path in SOURCE.glob("wian/*/views/**/*.py")
        if takes_posts(path)
    }
    assert {view for view in views if not acts_in_the_one_way(view)} == FRAME
