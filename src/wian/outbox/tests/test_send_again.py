from typing import Any

import pytest
from django.urls import reverse
from tests.smtp import mail_server

from wian.accounts.tests.support import enter, form_on
from wian.directory.models import Person
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.kit.work import put, run_until_idle
from wian.ledger.models import Entry
from wian.outbox.commands import send_again as module
from wian.outbox.commands.send import send
from wian.outbox.commands.send_again import send_again
from wian.outbox.models import Message
from wian.outbox.refusals import NoMailServer, NothingToSendAgain, OtherNumberToSend
from wian.outbox.server import connection
from wian.outbox.tests.rows import message, notice
from wian.outbox.tests.support import people

URL = f"{reverse('outbox:send_again')}?show=held"


@pytest.fixture(autouse=True)
def mail(settings):
    settings.MAIL = True


@pytest.fixture
def jobs(monkeypatch) -> list[tuple[int, ...]]:
    """What the worker was asked to send."""
    put: list[tuple[int, ...]] = []
    monkeypatch.setattr(module, "put_all", lambda job, each: put.extend(each))
    return put


@pytest.fixture
def by(story) -> Any:
    return story.cast.parts["administrator"]


def again(by: Any, expected: int) -> int:
    return send_again(Message.objects.all(), expected=expected, by=by, at=clock.now())


def state_of(one: Message) -> str:
    one.refresh_from_db()
    return one.state


def test_what_is_stuck_goes_in_the_queue_to_the_address_of_now(by, jobs):
    person, other = people("", "b@example.go.th")
    held = message(person, "held", why="no-address")
    bounced = message(other, "bounced", why="refused", answer="550 no", tries=5, subject="x", body="y")
    Person.objects.filter(pk=person.pk).update(email="new@example.go.th")
    assert again(by, 2) == 2
    assert (state_of(held), held.address, held.why) == ("queued", "new@example.go.th", "")
    assert (state_of(bounced), bounced.why, bounced.answer, bounced.tries) == ("queued", "", "", 0)
    assert (bounced.subject, bounced.body) == ("x", "y")
    assert jobs == [(held.pk,), (bounced.pk,)]


def test_it_stands_in_the_ledger_as_a_number(by, jobs):
    [person] = people("a@example.go.th")
    message(person)
    again(by, 1)
    entry = Entry.objects.latest("seq")
    assert (entry.event, entry.fields) == ("outbox.sent_again", {"messages": 1, "schema": 1})


def test_who_still_has_no_address_stays_held(by, jobs):
    person, other = people("", "b@example.go.th")
    held = message(person, "held", why="no-address")
    message(other)
    assert again(by, 1) == 1
    assert (state_of(held), held.why) == ("held", "no-address")
    assert len(jobs) == 1


@pytest.mark.parametrize("state", ["queued", "sending", "delivered"])
def test_what_is_on_its_way_or_there_is_not_sent_again(by, jobs, state):
    [person] = people("a@example.go.th")
    one = message(person, state)
    with pytest.raises(NothingToSendAgain):
        again(by, 0)
    assert (state_of(one), jobs) == (state, [])


def test_another_number_than_the_one_confirmed_sends_nothing(by, jobs):
    [person] = people("a@example.go.th")
    rows = [message(person) for _ in range(2)]
    before = Entry.objects.count()
    with pytest.raises(OtherNumberToSend) as refused:
        again(by, 1)
    assert refused.value.facts == {"seen": 1, "now": 2}
    assert ({state_of(one) for one in rows}, jobs, Entry.objects.count()) == ({"held"}, [], before)


def test_without_a_mail_server_nothing_is_sent(by, jobs, settings):
    settings.MAIL = False
    [person] = people("a@example.go.th")
    one = message(person)
    with pytest.raises(NoMailServer):
        again(by, 1)
    assert (state_of(one), jobs) == ("held", [])


def test_a_thousand_more_cost_no_more_than_a_statement_or_two(by, jobs, django_assert_max_num_queries):
    for person in people(*(f"p{n}@example.go.th" for n in range(30))):
        message(person)
    with django_assert_max_num_queries(12):
        again(by, 30)


def test_the_page_counts_messages_and_people_first(story, jobs):
    person, other, none = people("a@example.go.th", "b@example.go.th", "")
    for one in (person, person, other, none):
        message(one)
    message(other, "bounced")
    page = enter("administrator").get(URL)
    assert [value for _, value in page.context["facts"]] == ["พักไว้", "๓", "๒", "๑"]
    assert "ส่ง ๓ ฉบับ</button>" in page.content.decode()


def test_confirming_sends_those_of_the_filter_only(story, jobs):
    person, other = people("a@example.go.th", "b@example.go.th")
    held, bounced = message(person), message(other, "bounced")
    client = enter("administrator")
    form = form_on(client.get(URL), reverse("outbox:send_again"))
    assert client.post(URL, form).url == reverse("outbox:messages")
    assert (state_of(held), state_of(bounced), jobs) == ("queued", "bounced", [(held.pk,)])


def test_a_changed_number_is_shown_and_confirmed_anew(story, jobs):
    [person] = people("a@example.go.th")
    message(person)
    client = enter("administrator")
    form = form_on(client.get(URL), reverse("outbox:send_again"))
    message(person)
    refused = client.post(URL, form)
    assert (refused.status_code, "other-number-to-send" in refused.content.decode()) == (409, True)
    assert jobs == []
    form = form_on(refused, reverse("outbox:send_again"))
    assert client.post(URL, form).status_code == 302
    assert len(jobs) == 2


def test_posting_twice_sends_once(story, jobs):
    [person] = people("a@example.go.th")
    message(person)
    client = enter("administrator")
    form = form_on(client.get(URL), reverse("outbox:send_again"))
    client.post(URL, form)
    client.post(URL, form)
    assert len(jobs) == 1


def test_one_message_goes_out_again(story, jobs):
    person, other = people("a@example.go.th", "b@example.go.th")
    one, rest = message(person, "gave_up"), message(other, "gave_up")
    url = reverse("outbox:send_one_again", args=[one.pk])
    client = enter("administrator")
    client.post(url, form_on(client.get(url), url))
    assert (state_of(one), state_of(rest), jobs) == ("queued", "gave_up", [(one.pk,)])


@pytest.mark.parametrize(("mail", "code"), [(False, "no-mail-server"), (True, "nothing-to-send-again")])
def test_the_page_says_at_once_when_it_cannot_be(story, settings, mail, code):
    settings.MAIL = mail
    answered = enter("administrator").get(URL)
    assert (answered.status_code, code in answered.content.decode()) == (409, True)


def test_outsiders_get_404_and_send_nothing(story, jobs):
    [person] = people("a@example.go.th")
    one = message(person)
    for who in ("owner", "auditor", "head", "preparer"):
        assert enter(who).post(URL, {"seen": "1"}).status_code == 404, who
        url = reverse("outbox:send_one_again", args=[one.pk])
        assert enter(who).post(url, {"seen": "1"}).status_code == 404, who
    assert (state_of(one), jobs) == ("held", [])


def test_a_message_to_a_corrected_address_leaves_under_its_own_id(copied_database, settings):
    [person] = people("refused@example.go.th")
    one = message(person, "queued")
    notice(person, message=one)
    with mail_server() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        put(send, one.pk)
        run_until_idle()
        assert state_of(one) == "bounced"
        Person.objects.filter(pk=person.pk).update(email="right@example.go.th")
        send_again(Message.objects.filter(pk=one.pk), expected=1, by=COMMAND_LINE, at=clock.now())
        run_until_idle()
        sent_to = [mail["to"] for mail in server.received if mail["id"] == one.message_id]
        connection.forget()
    assert (state_of(one), sent_to) == ("delivered", [["right@example.go.th"]])
