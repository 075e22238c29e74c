"""A unit takes a circular in (ลงรับ): once, with a number of its own or without."""

from datetime import timedelta

import pytest
from django.http import Http404

from wian.circulars.commands.dispatch import dispatch
from wian.circulars.commands.receive import receive
from wian.circulars.models import Recipient
from wian.circulars.queries import recipient_answered, recipient_owned
from wian.circulars.queries.sending import number_of
from wian.circulars.refusals import AlreadyReceived, NotDispatched
from wian.circulars.tests.support import UNITS, addressed, issued, recipient_of, sent
from wian.directory.commands.add_post import add_post
from wian.directory.commands.appoint import appoint
from wian.directory.models import Person, Role
from wian.directory.queries import actor_of
from wian.directory.tests.support import written
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.letters.models import Incoming, Series
from wian.letters.queries import register_of
from wian.letters.refusals import MayNotNumber

UNIT = "กองพัฒนามาตรฐานบริการ"  # has not received the story's letter


@pytest.fixture
def recipient(story) -> Recipient:
    return Recipient.objects.get(circular=story.circular, unit=story.cast.units[UNIT])


@pytest.fixture
def by(story):
    return story.cast.preparers[UNIT]


def test_without_a_number(recipient, by):
    with written() as entries:
        receive(recipient, by=by, at=clock.now())
    kept = Recipient.objects.get(pk=recipient.pk)
    assert (kept.received_at, kept.received_by) == (clock.now(), by.office)
    assert (recipient.received_at, recipient.received_by) == (clock.now(), by.office), (
        "the row in hand knows it too"
    )
    (row,) = register_of(by)
    assert (row.letter, row.number, row.received_at) == (recipient.circular.letter, "", clock.now())
    letter, unit = recipient.circular.letter_id, recipient.unit_id
    assert entries == [
        ("letters.registered_in", {"letter": letter, "unit": unit}),
        ("circulars.received", {"recipient": recipient.pk, "unit": unit}),
    ]


def test_with_the_units_own_number(recipient, by):
    with written() as entries:
        receive(recipient, number="๐๑๒๓", by=by, at=clock.now())
    assert [row.number for row in register_of(by)] == ["๐๑๒๓"]
    assert "๐๑๒๓" not in str(entries), "what a unit types stays out of the ledger"


def test_with_the_next_number_of_the_units_register(story):
    unit, by = story.cast.units[UNITS[0]], story.cast.heads[UNITS[0]]
    numbers = []
    for number in ("บช ๑", "บช ๒"):
        circular = sent(story, issued(number, subject=number))
        receive(recipient_of(circular), draw=True, by=by, at=clock.now())
        numbers.append(number_of(recipient_of(circular)))
    assert numbers == ["๑", "๒"]
    assert Series.objects.get(code=unit.code, kind="received").last == 2


def test_who_does_not_number_letters_draws_none(recipient, by):
    with written() as entries, pytest.raises(MayNotNumber):
        receive(recipient, draw=True, by=by, at=clock.now())
    assert entries == []
    assert Recipient.objects.get(pk=recipient.pk).received_at is None


@pytest.mark.parametrize("number", ["", "๐๑๒๓"])
def test_not_twice(recipient, by, number):
    receive(recipient, number=number, by=by, at=clock.now())
    with written() as entries, pytest.raises(AlreadyReceived) as refused:
        receive(recipient, number="๙๙", by=by, at=clock.now() + timedelta(hours=1))
    assert (refused.value.code, UNIT in refused.value.message) == ("already-received", True)
    assert entries == []
    assert [(row.number, row.received_at) for row in register_of(by)] == [(number, clock.now())]
    assert Recipient.objects.get(pk=recipient.pk).received_at == clock.now()


def test_not_before_it_was_sent(story):
    unit = UNITS[0]
    recipient = addressed(story).recipients.get(unit=story.cast.units[unit])
    with written() as entries, pytest.raises(NotDispatched) as refused:
        receive(recipient, by=story.cast.preparers[unit], at=clock.now())
    assert refused.value.code == "circular-not-dispatched"
    assert entries == []
    assert Recipient.objects.get(pk=recipient.pk).received_at is None
    assert not Incoming.objects.filter(letter=recipient.circular.letter).exists()


def test_each_unit_receives_for_itself(story):
    circular = addressed(story)
    dispatch(circular, by=story.cast.parts["other_owner"], at=clock.now())
    first, second = Recipient.objects.filter(circular=circular).select_related("circular__letter", "unit")
    receive(first, by=story.cast.preparers[UNITS[0]], at=clock.now())
    assert Recipient.objects.get(pk=second.pk).received_at is None
    receive(second, by=story.cast.preparers[UNITS[1]], at=clock.now())
    assert Incoming.objects.filter(letter=circular.letter).count() == 2


def test_the_door_opens_for_the_unit_alone(story, recipient):
    staff = {story.cast.heads[UNIT].key, story.cast.preparers[UNIT].key}
    everyone = [*story.cast.parts.values(), *story.cast.heads.values(), *story.cast.preparers.values()]
    assert {actor.key for actor in everyone if opens(recipient_answered, recipient, actor)} == staff


def test_an_office_of_the_unit_that_does_not_answer_stays_outside(story, recipient):
    """A signatory may sit in the unit as well; the post carries no part in its answer."""
    post = add_post(recipient.unit, "ที่ปรึกษา", roles=[Role.SIGNATORY], by=COMMAND_LINE, at=clock.now())
    person = Person.objects.create(given_name="ก่อเกียรติ", family_name="ร่มรื่น")
    adviser = actor_of(appoint(person, post, since=clock.today(), by=COMMAND_LINE, at=clock.now()))
    assert adviser.unit == recipient.unit_id
    assert not opens(recipient_answered, recipient, adviser)


def test_the_owners_door_opens_for_the_owner_alone(story, recipient):
    let_in = {part for part, actor in story.cast.parts.items() if opens(recipient_owned, recipient, actor)}
    assert let_in == {"owner"}


def opens(door, recipient: Recipient, actor) -> bool:
    try:
        return door(recipient.pk, actor) == recipient
    except Http404:
        return False
