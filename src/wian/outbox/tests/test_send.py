"""Messages on their way through a real mail server."""

from datetime import timedelta
from smtplib import SMTPAuthenticationError, SMTPSenderRefused
from unittest.mock import MagicMock

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.smtp import mail_server

from wian.directory.models import Unit
from wian.kit.work import put, run_until_idle
from wian.outbox.commands.send import send
from wian.outbox.commands.tell import tell, tell_of
from wian.outbox.models import Message, Notice
from wian.outbox.server import connection
from wian.outbox.tests.support import WORDING, calls, people, speaking

pytestmark = pytest.mark.usefixtures("copied_database")


@pytest.fixture
def server(settings):
    with mail_server() as server:
        settings.MAIL, settings.EMAIL_HOST, settings.EMAIL_PORT = True, "127.0.0.1", server.port
        yield server
        connection.forget()


@pytest.fixture
def told(monkeypatch):
    def tell_to(*addresses):
        with speaking(monkeypatch, calls(people(*addresses))) as entry:
            tell(entry)
        return list(Message.objects.filter(notices__wording=WORDING.code).order_by("pk"))

    return tell_to


def got(server, message):
    """What the server took under the message's id; the story's own mail goes there too."""
    return [mail for mail in server.received if mail["id"] == message.message_id]


def again():
    """Let the waiting jobs be due, and do them."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now() - timedelta(seconds=1))
    run_until_idle()


def test_a_message_is_delivered_in_thai_under_its_own_id(server, told):
    (message,) = told("a@example.go.th")
    run_until_idle()
    message.refresh_from_db()
    mail = got(server, message)[0]
    assert (message.state, message.why, message.tries) == ("delivered", "", 1)
    assert mail["id"] == message.message_id
    assert mail["to"] == ["a@example.go.th"]
    assert mail["subject"] == message.subject == "กองแผนที่ is called"
    assert "กองแผนที่ has ๒ things to do." in mail["body"]
    assert f"/outbox/{Notice.objects.get(message=message).pk}/" in mail["body"]
    assert mail["headers"]["Auto-Submitted"] == "auto-generated"


def test_one_connection_carries_many_messages(server, told):
    told_five = told(*(f"p{n}@example.go.th" for n in range(5)))
    run_until_idle()
    assert all(len(got(server, message)) == 1 for message in told_five)


def test_an_address_that_is_refused_bounces_with_the_servers_words(server, told):
    bad, good = told("refused@example.go.th", "a@example.go.th")
    run_until_idle()
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.state, bad.why, bad.answer) == ("bounced", "refused", "550 5.1.1 no such mailbox")
    assert good.state == "delivered"


def test_a_server_that_asks_to_wait_is_asked_again_until_the_tries_are_used_up(server, told):
    (message,) = told("later@example.go.th")
    run_until_idle()
    message.refresh_from_db()
    assert (message.state, message.why, message.tries) == ("queued", "try-later", 1)
    for _ in range(6):
        again()
    message.refresh_from_db()
    assert (message.state, message.tries, message.answer) == ("gave_up", 5, "451 4.3.0 try again later")


def test_a_server_that_hangs_up_does_not_stop_the_next_message(server, told):
    hung, good = told("busy@example.go.th", "a@example.go.th")
    run_until_idle()
    hung.refresh_from_db()
    good.refresh_from_db()
    assert (hung.state, hung.why) == ("queued", "unreachable")
    assert good.state == "delivered"


def test_without_a_server_at_the_port_the_message_waits_with_its_words(settings, told):
    settings.MAIL, settings.EMAIL_HOST, settings.EMAIL_PORT = True, "127.0.0.1", 1
    (message,) = told("a@example.go.th")
    run_until_idle()
    message.refresh_from_db()
    assert (message.state, message.why) == ("queued", "unreachable")
    assert message.subject


@pytest.mark.parametrize(
    "error", [SMTPAuthenticationError(535, b"who are you"), SMTPSenderRefused(550, b"not from you", "us")]
)
def test_a_password_that_ran_out_bounces_nothing(server, told, monkeypatch, error):
    def refuse(row):
        raise error

    monkeypatch.setattr("wian.outbox.commands.send._hand_over", refuse)
    (message,) = told("a@example.go.th")
    run_until_idle()
    message.refresh_from_db()
    assert (message.state, message.why, message.answer[:3]) == ("queued", "refuses-us", str(error.smtp_code))


def test_a_connection_that_died_silently_is_opened_anew(server, told):
    first, second = told("a@example.go.th", "b@example.go.th")
    send.call(first.pk)
    connection._backend.connection.sock.shutdown(2)
    send.call(second.pk)
    second.refresh_from_db()
    assert (second.state, second.tries) == ("delivered", 1)


def test_of_two_workers_with_one_message_one_sends_it(server, told, monkeypatch):
    (message,) = told("a@example.go.th")
    seen = Message.objects.get(pk=message.pk)
    send.call(message.pk)
    Message.objects.filter(pk=message.pk).update(state="sending")
    late = MagicMock(select_related=lambda _: MagicMock(first=lambda: seen))
    real = Message.objects.filter
    monkeypatch.setattr(
        Message.objects, "filter", lambda **by: late if "state__in" in by else real(**by), raising=False
    )
    send.call(message.pk)
    assert len(got(server, message)) == 1


def test_who_has_left_the_unit_is_not_written_to(server, told, monkeypatch):
    (message,) = told("a@example.go.th")
    message.notices.update(unit=Unit.objects.first())
    run_until_idle()
    message.refresh_from_db()
    assert (message.state, message.why) == ("held", "left")
    assert got(server, message) == []


def test_what_cannot_be_written_says_so_and_stops_nobody(server, told, monkeypatch):
    monkeypatch.setattr("wian.outbox.commands.send.text_of", lambda row: 1 / 0)
    (message,) = told("a@example.go.th")
    run_until_idle()
    message.refresh_from_db()
    assert (message.state, message.why) == ("gave_up", "broken")


def test_what_is_told_on_the_site_does_not_wait_for_e_mails(told):
    told(*(f"p{n}@example.go.th" for n in range(3)))
    put(tell_of, 1)
    assert DBTaskResult.objects.ready().first().task_path == tell_of.module_path


def test_a_message_sent_twice_leaves_once(server, told):
    (message,) = told("a@example.go.th")
    run_until_idle()
    send.call(message.pk)
    assert len(got(server, message)) == 1


def test_every_try_sends_the_same_words(server, told):
    (message,) = told("later@example.go.th")
    run_until_idle()
    message.refresh_from_db()
    first = message.body
    message.notices.update(facts={"unit": "กองอื่น", "count": 9})
    again()
    message.refresh_from_db()
    assert (message.body, message.tries) == (first, 2)
