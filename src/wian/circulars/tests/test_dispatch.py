"""Sending a circular round: once."""

from datetime import timedelta

import pytest

from wian.circulars.commands.dispatch import dispatch
from wian.circulars.models import Circular
from wian.circulars.queries import letter_of, recipients_answered_by
from wian.circulars.refusals import AlreadyDispatched
from wian.circulars.tests.support import UNITS, addressed
from wian.directory.tests.support import written
from wian.kit import clock


@pytest.fixture
def circular(story) -> Circular:
    return addressed(story)


def send(story, circular: Circular, *, hours: int = 0) -> None:
    dispatch(circular, by=story.cast.parts["other_owner"], at=clock.now() + timedelta(hours=hours))


def test_it_is_sent_at_that_moment_and_is_in_the_ledger(story, circular):
    with written() as entries:
        send(story, circular)
    sent = Circular.objects.get(pk=circular.pk)
    assert (sent.state, sent.dispatched_at) == ("dispatched", clock.now())
    assert entries == [("circulars.dispatched", {"circular": circular.pk})]


def test_it_is_not_sent_twice(story, circular):
    send(story, circular)
    with written() as entries, pytest.raises(AlreadyDispatched) as refused:
        send(story, circular, hours=1)
    assert refused.value.code == "circular-already-dispatched"
    assert entries == []
    assert Circular.objects.get(pk=circular.pk).dispatched_at == clock.now()


def test_every_unit_on_the_list_and_no_other_gets_it(story, circular):
    def have_it() -> set[str]:
        preparers = story.cast.preparers.items()
        return {
            unit for unit, by in preparers if recipients_answered_by(by).filter(circular=circular).exists()
        }

    assert have_it() == set()
    send(story, circular)
    assert have_it() == set(UNITS)
    assert letter_of(circular.pk, story.cast.preparers[UNITS[0]]) == circular
