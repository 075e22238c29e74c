"""Who reads and who owns an initiative: the rule for one row and the condition for many say the same."""

import pytest

from wian.circulars.models import Circular
from wian.directory.models import Post
from wian.initiatives.commands.start import start
from wian.initiatives.models import Initiative
from wian.initiatives.queries import readable_by
from wian.initiatives.rules import owns, reads
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE, Actor

READERS = {"owner", "executive", "signatory", "secretary", "auditor"}
PARTS = (
    "owner", "other_owner", "executive", "signatory", "secretary", "auditor", "administrator", "clerk",
    "deputy", "acting", "head", "finance_head", "preparer", "sole", "receiver", "confirmer", "outsider",
)  # fmt: skip


@pytest.fixture
def initiatives(story) -> list[Initiative]:
    """The story's own three, one of the other owner, and one of a division that the owner knows nothing of."""
    owners = (story.cast.parts["other_owner"], story.cast.heads["กองสื่อสารองค์กร"])
    for owner in owners:
        start("เรื่องอื่น", owner=Post.objects.get(pk=owner.post), by=owner, at=clock.now())
    return list(Initiative.objects.select_related("owner__unit").order_by("pk"))


@pytest.fixture
def told(story) -> Initiative:
    return story.circular.initiative


def test_every_part_of_the_cast_is_asked(story):
    assert set(story.cast.parts) == set(PARTS)


def test_who_reads_the_story(story, told):
    assert {part for part, actor in story.cast.parts.items() if reads(actor, told)} == READERS


def test_who_owns_the_story(story, told):
    assert {part for part, actor in story.cast.parts.items() if owns(actor, told)} == {"owner"}


@pytest.mark.parametrize("part", PARTS)
def test_the_rule_and_the_query_agree(story, initiatives, part):
    actor = story.cast.parts[part]
    found = set(Initiative.objects.filter(readable_by(actor)))
    assert found == {initiative for initiative in initiatives if reads(actor, initiative)}


@pytest.mark.parametrize(
    "actor", [COMMAND_LINE, Actor(key="no-office", title="")], ids=lambda actor: actor.key
)
def test_without_a_post_nothing_is_read(initiatives, actor):
    assert [initiative for initiative in initiatives if reads(actor, initiative)] == []
    assert list(Initiative.objects.filter(readable_by(actor))) == []


def test_owners_are_outsiders_to_each_other(story, initiatives):
    mine, _, _, other, _ = initiatives
    first, second = story.cast.parts["owner"], story.cast.parts["other_owner"]
    assert (reads(first, mine), reads(first, other)) == (True, False)
    assert (reads(second, mine), reads(second, other)) == (False, True)


def test_an_executive_reads_only_below_the_own_unit(story, initiatives):
    executive = story.cast.parts["executive"]
    below = Actor(
        key="test",
        title="รองผู้อำนวยการ",
        unit=story.cast.parts["owner"].unit,
        path=story.cast.parts["owner"].path,
        roles=executive.roles,
    )
    assert [reads(executive, initiative) for initiative in initiatives] == [True] * 5
    assert [reads(below, initiative) for initiative in initiatives] == [True] * 4 + [False]
    assert list(Initiative.objects.filter(readable_by(below)).order_by("pk")) == initiatives[:4]


def test_the_condition_can_stand_elsewhere(story):
    executive, outsider = story.cast.parts["executive"], story.cast.parts["outsider"]
    assert list(Circular.objects.filter(readable_by(executive, "initiative__"))) == [
        story.earlier,
        story.circular,
        story.sent,
    ]
    assert list(Circular.objects.filter(readable_by(outsider, "initiative__"))) == []
