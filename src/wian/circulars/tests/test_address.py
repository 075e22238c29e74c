"""Addressing: whom a letter goes to, in the letter's order."""

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from wian.circulars.models import Recipient
from wian.circulars.queries import circular_of_letter, contact_of, letter_of
from wian.circulars.tests.support import UNITS, addressed
from wian.directory.models import Unit
from wian.directory.tests.support import written
from wian.letters.tests.support import new_letter


def test_units_keep_the_order_of_the_letter(story):
    circular = addressed(story)
    rows = [(row.order, row.unit.name, row.received_at, row.received_by) for row in circular.recipients.all()]
    assert rows == [(1, UNITS[0], None, ""), (2, UNITS[1], None, "")]
    assert (circular.state, circular.dispatched_at) == ("addressed", None)


def test_it_is_in_the_ledger(story):
    letter = new_letter()
    with written() as entries:
        circular = addressed(story, letter)
    units = [story.cast.units[name].pk for name in UNITS]
    assert entries[1:] == [
        ("circulars.addressed", {"circular": circular.pk, "letter": letter.pk, "units": units})
    ]
    assert circular_of_letter(letter) == circular


def test_a_unit_stands_on_the_list_once(story):
    circular = addressed(story)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recipient.objects.create(circular=circular, unit=story.cast.units[UNITS[0]], order=3)


def test_a_letter_that_was_not_sent_round_has_no_circular(story):
    assert circular_of_letter(new_letter()) is None


def test_whom_to_call_is_as_the_letter_says(story):
    assert contact_of(addressed(story)) == "นายร่ม รื่นรมย์ ๐๘ ๕๕๕๕ ๐๐๐๑"


def test_without_a_contact_the_owners_unit_is_called(story):
    circular = addressed(story)
    circular.contact_name = circular.contact_phone = ""
    institute = Unit.objects.get(pk=story.cast.parts["other_owner"].unit)
    assert contact_of(circular) == f"{institute.name} {institute.phone}"


def test_a_unit_sees_nothing_before_it_is_sent(story):
    circular = addressed(story)
    assert letter_of(circular.pk, story.cast.parts["other_owner"]) == circular
    for part in (story.cast.preparers[UNITS[0]], story.cast.parts["owner"]):
        with pytest.raises(Http404):
            letter_of(circular.pk, part)
