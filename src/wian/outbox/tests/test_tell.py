import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from wian.directory.models import Holding
from wian.ledger.models import Entry
from wian.outbox.commands.tell import tell
from wian.outbox.models import Message, Notice, Preference
from wian.outbox.tests.support import calls, people, speaking


@pytest.fixture(autouse=True)
def mail(settings):
    settings.MAIL = True


def told(monkeypatch, said, times=1):
    with speaking(monkeypatch, said) as entry:
        for _ in range(times):
            tell(entry)
    return Notice.objects.filter(entry=entry).order_by("pk")


def test_each_person_gets_a_notice_and_a_message(story, monkeypatch):
    rows = told(monkeypatch, calls(people("a@example.go.th", "b@example.go.th")))
    assert [row.message.address for row in rows] == ["a@example.go.th", "b@example.go.th"]
    assert {row.message.state for row in rows} == {"queued"}
    assert rows[0].said == {"unit": "กองแผนที่", "count": 2}


def test_an_entry_is_told_once_however_often_it_is_delivered(story, monkeypatch):
    assert told(monkeypatch, calls(people("a@example.go.th")), times=3).count() == 1
    assert Message.objects.count() == 1


def test_the_database_keeps_a_second_telling_out(story, monkeypatch):
    (row,) = told(monkeypatch, calls(people("a@example.go.th")))
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_who_did_it_is_not_told(story, monkeypatch):
    entry = Entry.objects.filter(actor__startswith="holding:").latest("seq")
    did = Holding.objects.get(pk=entry.actor.partition(":")[2]).person
    other = people("a@example.go.th")
    monkeypatch.setattr("wian.kit.notices.notices_of", lambda _: calls([did, *other]))
    tell(entry)
    assert list(Notice.objects.values_list("person", flat=True)) == [other[0].pk]


def test_without_an_address_the_message_is_held_and_says_why(story, monkeypatch):
    (row,) = told(monkeypatch, calls(people("")))
    assert (row.message.state, row.message.why) == ("held", "no-address")


def test_without_a_mail_server_messages_are_held(story, monkeypatch, settings):
    settings.MAIL = False
    (row,) = told(monkeypatch, calls(people("a@example.go.th")))
    assert (row.message.state, row.message.why) == ("held", "no-server")


def test_what_is_not_worth_an_e_mail_stands_on_the_site_only(story, monkeypatch):
    (row,) = told(monkeypatch, calls(people("a@example.go.th"), mails=False))
    assert row.message is None


def test_a_preference_is_kept(story, monkeypatch):
    to = people("a@example.go.th", "b@example.go.th", "c@example.go.th")
    for person, mail in zip(to, ("at_once", "daily", "never"), strict=True):
        Preference.objects.create(person=person, mail=mail, language="en")
    rows = told(monkeypatch, calls(to))
    assert [row.message and row.message.language for row in rows] == ["en", None, None]


def test_thirty_are_told_in_as_many_statements_as_three(story, monkeypatch, django_assert_max_num_queries):
    to = people(*(f"p{n}@example.go.th" for n in range(30)))
    with django_assert_max_num_queries(17):
        told(monkeypatch, calls(to)).count()


def test_who_was_told_before_the_worker_ended_is_not_told_again(story, monkeypatch):
    monkeypatch.setattr("wian.outbox.commands.tell.PORTION", 2)
    to = people(*(f"p{n}@example.go.th" for n in range(5)))
    told(monkeypatch, calls(to[:3]))
    rows = told(monkeypatch, calls(to))
    assert [row.person for row in rows] == to
    assert Message.objects.filter(person__in=to).count() == 5
