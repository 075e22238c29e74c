"""Entering a person with an office and a way to sign in, in one act."""

import pytest

from wian.accounts.commands.add_user import add_user
from wian.accounts.models import Account
from wian.accounts.queries import offices_called
from wian.accounts.refusals import PasswordWeak, PostHasOtherRoles, UnitUnknown, UsernameTaken
from wian.directory.commands.add_unit import add_unit
from wian.directory.models import Person, Post, Role
from wian.directory.refusals import UnitAmbiguous
from wian.directory.tests.support import written
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE

UNIT = "กองสื่อสารองค์กร"
pytestmark = pytest.mark.usefixtures("story")


def add(**facts) -> Account:
    facts = {
        "username": "kor",
        "password": "ต้นไม้ใหญ่ ๔๗ ต้น",
        "name": "นายก่อเกียรติ ร่มรื่น",
        "unit": UNIT,
        "post": "เจ้าพนักงานธุรการ",
        "roles": [Role.CLERK],
        **facts,
    }
    return add_user(facts.pop("username"), by=COMMAND_LINE, at=clock.now(), **facts)


def test_notices_go_to_the_address_they_gave(story):
    assert add(email="kor@bchang.example").person.email == "kor@bchang.example"


def test_they_hold_the_office_from_today(story):
    person = add().person
    assert person
    assert (person.title, person.given_name, person.family_name) == ("นาย", "ก่อเกียรติ", "ร่มรื่น")
    (actor,) = offices_called("kor", on=clock.today())
    assert (actor.title, actor.unit, actor.roles) == (
        "เจ้าพนักงานธุรการ",
        story.cast.units[UNIT].pk,
        frozenset({"clerk"}),
    )


def test_each_step_is_in_the_ledger():
    with written() as entries:
        add()
    assert [event for event, _ in entries] == [
        "directory.post_added",
        "directory.appointed",
        "accounts.account_opened",
    ]
    assert "ก่อเกียรติ" not in str(entries)


@pytest.fixture
def head(story) -> Post:
    return Post.objects.get(pk=story.cast.heads[UNIT].post)


def test_a_post_that_is_there_is_held(head):
    add(post=head.title, roles=[Role.HEAD])
    (actor,) = offices_called("kor", on=clock.today())
    assert (actor.post, actor.roles) == (head.pk, frozenset({"head"}))


def test_a_post_that_is_there_is_given_no_other_role(head):
    before = Person.objects.count()
    with pytest.raises(PostHasOtherRoles) as refused:
        add(post=head.title, roles=[Role.ADMINISTRATOR])
    assert refused.value.code == "post-has-other-roles"
    assert Person.objects.count() == before
    assert [role.role for role in head.roles.all()] == ["head"]


def test_a_unit_that_two_ministries_have_is_not_guessed():
    other = add_unit("กระทรวงสวนสาธารณะ", by=COMMAND_LINE, at=clock.now())
    add_unit(UNIT, parent=other, by=COMMAND_LINE, at=clock.now())
    with pytest.raises(UnitAmbiguous):
        add()


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"unit": "กรมที่ไม่มี"}, UnitUnknown),
        ({"password": "12345678"}, PasswordWeak),
        ({"username": "owner"}, UsernameTaken),
        ({"username": "OWNER"}, UsernameTaken),
        ({"post": f"ผู้อำนวยการ{UNIT}", "roles": [Role.HEAD, Role.OWNER]}, PostHasOtherRoles),
    ],
)
def test_what_is_refused_leaves_nothing_behind(facts, refusal):
    before = Person.objects.count(), Post.objects.count(), Account.objects.count()
    with written() as entries, pytest.raises(refusal):
        add(**facts)
    assert entries == []
    assert (Person.objects.count(), Post.objects.count(), Account.objects.count()) == before
