"""How far what was sent to the units of a letter got, and whom to call."""

from typing import Any

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.asks.commands.remind import remind
from wian.asks.tests.support import address_more
from wian.circulars.models import Recipient
from wian.directory.models import Holding, Person
from wian.kit import clock
from wian.ledger.models import Entry
from wian.outbox.commands.tell import tell
from wian.outbox.models import Message, Notice, Told
from wian.outbox.states import MessageState


@pytest.fixture
def url(story) -> str:
    return reverse("asks:reached", args=[story.circular.pk])


@pytest.fixture
def reminded(story, owner, settings) -> Entry:
    """A reminder that was told; everybody has an address."""
    settings.MAIL = True
    Person.objects.update(email="a@example.go.th")
    remind(story.circular, to="owing", note="", by=owner, at=clock.now())
    entry = Entry.objects.latest("seq")
    tell(entry)
    return entry


def sends(page: Any) -> list[str]:
    return [send.entry.event for send in page.context["sends"]]


def test_every_send_is_there_the_latest_first(url, reminded):
    assert sends(enter("owner").get(url)) == ["asks.reminded", "asks.launched"]


def test_sends_of_another_letter_are_not(story, reminded):
    page = enter("owner").get(reverse("asks:reached", args=[story.earlier.pk]))
    assert "asks.reminded" not in sends(page)


def test_while_e_mails_are_under_way_it_loads_itself_again(url, reminded):
    page = enter("owner").get(url)
    assert page.headers["Refresh"] == "3"
    assert "<progress" in page.content.decode()
    chosen = enter("owner").get(url, {"send": reminded.seq})
    assert "Refresh" not in chosen.headers, "to be read in peace"
    Message.objects.update(state=MessageState.DELIVERED)
    assert "Refresh" not in enter("owner").get(url).headers


@pytest.fixture(autouse=True)
def launch_was_told(story):
    Told.objects.bulk_create(Told(entry=entry) for entry in Entry.objects.filter(event="asks.launched"))


def test_before_the_worker_has_heard_of_it_nobody_was_told_yet(story, owner, url):
    remind(story.circular, to="owing", note="", by=owner, at=clock.now())
    page = enter("owner").get(url)
    assert [send.waits for send in page.context["sends"]] == [True, False]
    assert page.headers["Refresh"] == "3"


def test_whom_to_call_is_who_neither_read_it_nor_gets_an_e_mail(url, reminded):
    first, second, third = Notice.objects.filter(entry=reminded).order_by("pk")[:3]
    Message.objects.filter(notices__in=[first, second]).update(state=MessageState.BOUNCED)
    Message.objects.filter(notices=third).update(state=MessageState.DELIVERED)
    Notice.objects.filter(pk=second.pk).update(read_at=clock.now())
    page = enter("owner").get(url)
    assert [notice.pk for notice in page.context["missed"]] == [first.pk]
    assert first.unit.name in page.content.decode()
    assert page.context["missed_count"] == 1


def test_units_in_which_nobody_is_on_record_are_named(story, url):
    unit = Recipient.objects.filter(circular=story.circular)[0].unit
    Holding.objects.filter(post__unit=unit).update(until=clock.today().replace(year=2026, month=1, day=1))
    page = enter("owner").get(url)
    assert [row.name for row in page.context["nobody"]] == [unit.name]


def test_it_asks_no_more_with_more_units(story, url, reminded, asks_no_more_with_more_rows):
    Message.objects.update(state=MessageState.BOUNCED)

    def add(count: int) -> None:
        address_more(story.circular, count)
        entry = Entry.objects.filter(event="asks.launched").latest("seq")
        Notice.objects.filter(entry=entry).delete()
        entry.at = clock.now()
        tell(entry)

    asks_no_more_with_more_rows(enter("owner"), url, add)


def test_the_matrix_leads_here_and_to_the_reminder_for_the_owner_only(story, url):
    matrix = reverse("asks:matrix", args=[story.circular.pk])
    remind_url = reverse("asks:remind", args=[story.circular.pk])
    for who, there in (("owner", True), ("executive", False)):
        page = enter(who).get(matrix).content.decode()
        assert (url in page, remind_url in page) == (there, there), who


def test_a_send_that_there_is_not_and_outsiders_get_404(url):
    for chosen in ("999999", "x"):
        assert enter("owner").get(url, {"send": chosen}).status_code == 404
    for who in ("other_owner", "executive", "auditor", "preparer"):
        assert enter(who).get(url).status_code == 404, who
