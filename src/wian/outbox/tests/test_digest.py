from datetime import timedelta

import pytest
from conftest import TOLD

from wian.outbox.commands.digest import digest
from wian.outbox.commands.tell import tell
from wian.outbox.mail import text_of
from wian.outbox.models import Message, Notice, Preference
from wian.outbox.tests.support import calls, people, speaking


@pytest.fixture
def daily(story, monkeypatch, settings):
    """Somebody who wants one e-mail a day, and was told two things."""
    settings.MAIL = True
    (person,) = people("a@example.go.th")
    Preference.objects.create(person=person, mail="daily", language="en")
    said = calls([person]) + calls([person])
    object.__setattr__(said[1], "url", "/outbox/wordings/")
    with speaking(monkeypatch, said) as entry:
        tell(entry)
    return person


def test_a_day_is_one_message_with_everything(daily):
    digest()
    message = Message.objects.get(person=daily)
    words = text_of(message)
    assert message.person == daily
    assert words.subject == "Wian: 2 notices"
    assert words.body.count("กองแผนที่ has 2 things to do.") == 2


def test_what_was_told_once_is_not_told_again(daily):
    digest()
    digest()
    assert Message.objects.filter(person=daily).count() == 1


def test_what_was_read_on_the_site_is_not_mailed(daily, story):
    Notice.objects.update(read_at="2026-11-20T03:00Z")
    digest()
    assert not Message.objects.filter(person=daily).exists()


def test_who_wants_none_gets_none(daily):
    Preference.objects.update(mail="never")
    digest()
    assert not Message.objects.filter(person=daily).exists()


def test_who_changes_to_each_at_once_gets_what_was_waiting(daily):
    Preference.objects.update(mail="at_once")
    digest()
    assert Message.objects.filter(person=daily).count() == 1


def test_what_is_older_than_a_week_is_not_mailed(daily, clock):
    clock(TOLD + timedelta(days=8))
    digest()
    assert not Message.objects.filter(person=daily).exists()
