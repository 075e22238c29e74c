"""The owner reminds units of what they still owe: counted first, then sent, and never to who owes nothing."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.asks.commands.remind import remind
from wian.asks.models import Obligation, Reminder
from wian.asks.queries import audience_of, to_remind
from wian.asks.refusals import NobodyToRemind, RemindedRecently, UnitsChanged
from wian.asks.tests.page import fields_on
from wian.asks.tests.support import address_more
from wian.asks.tests.tracked import NOT_RECEIVED, SENT
from wian.circulars.models import Recipient
from wian.directory.models import Person, Unit
from wian.directory.story import UNITS
from wian.kit import clock
from wian.ledger.models import Entry
from wian.outbox.models import Preference

WHO_MAY_NOT = ("other_owner", "executive", "auditor", "preparer")
OWING = set(UNITS) - SENT


def names(circular: Any, to: str) -> set[str]:
    return {row.unit.name for row in to_remind(circular, to, at=clock.now()).select_related("unit")}


def overdue(circular: Any, *units: str) -> None:
    owed = Obligation.objects.filter(ask__circular=circular, recipient__unit__name__in=units)
    owed.update(due_at=clock.now() - timedelta(hours=1))


class TestWhom:
    def test_all_that_have_yet_to_send(self, story):
        assert names(story.circular, "owing") == OWING

    def test_only_those_past_their_date(self, story):
        overdue(story.circular, "ศูนย์ข้อมูลและดิจิทัล", *SENT)
        assert names(story.circular, "overdue") == {"ศูนย์ข้อมูลและดิจิทัล"}

    def test_only_those_that_have_not_received_it_and_owe_something(self, story):
        assert names(story.circular, "not-received") == NOT_RECEIVED - SENT

    def test_nobody_of_whom_nothing_is_wanted(self, story):
        quiet = Obligation.objects.filter(recipient__unit__name="ศูนย์ข้อมูลและดิจิทัล")
        first, second = quiet.filter(ask__circular=story.circular)
        quiet.filter(pk=first.pk).update(state="exempt")
        quiet.filter(pk=second.pk).update(sent=1, state="submitted")
        assert names(story.circular, "owing") == OWING - {"ศูนย์ข้อมูลและดิจิทัล"}
        for ask in {first.ask, second.ask}:
            ask.closed_at = clock.now()
            ask.save()
        assert names(story.circular, "owing") == set()


class TestRemind:
    def test_it_is_kept_with_whom_it_went_to(self, story, owner):
        kept = remind(story.circular, to="owing", note="ประชุมวันจันทร์", by=owner, at=clock.now())
        reminded = Recipient.objects.filter(circular=story.circular, pk__in=kept.recipients)
        assert {row.unit.name for row in reminded} == OWING
        assert (kept.units, kept.note, kept.by) == (len(OWING), "ประชุมวันจันทร์", owner.office)
        entry = Entry.objects.latest("seq")
        assert entry.event == "asks.reminded"
        assert "ประชุม" not in entry.payload

    def test_when_nobody_owes_anything_it_is_refused(self, story, owner):
        Obligation.objects.filter(ask__circular=story.circular).update(sent=1)
        with pytest.raises(NobodyToRemind):
            remind(story.circular, to="owing", note="", by=owner, at=clock.now())

    def test_other_units_than_were_seen_are_refused(self, story, owner):
        with pytest.raises(UnitsChanged):
            remind(story.circular, to="owing", note="", seen=99, by=owner, at=clock.now())
        assert not Reminder.objects.exists()

    def test_twice_within_four_hours_only_on_purpose(self, story, owner):
        def again(hours: float, **more: Any) -> None:
            at = clock.now() + timedelta(hours=hours)
            remind(story.circular, to="owing", note="", by=owner, at=at, **more)

        again(0)
        with pytest.raises(RemindedRecently):
            again(3.9)
        again(3.9, again=True)
        again(8)
        assert Reminder.objects.count() == 3

    def test_another_letter_was_not_reminded_of(self, story, owner):
        remind(story.circular, to="owing", note="", by=owner, at=clock.now())
        remind(story.earlier, to="owing", note="", by=owner, at=clock.now())
        assert Reminder.objects.count() == 2


class TestAudience:
    @pytest.fixture
    def units(self, story) -> list[int]:
        return [story.cast.units[name].pk for name in ("ศูนย์ข้อมูลและดิจิทัล", "กองกฎหมายและระเบียบ")]

    def test_who_has_an_address_and_wants_e_mails_is_counted(self, story, units, settings):
        settings.MAIL = True
        head, preparer = (
            story.cast.heads["กองกฎหมายและระเบียบ"].person,
            story.cast.preparers["กองกฎหมายและระเบียบ"].person,
        )
        Person.objects.update(email="")
        Person.objects.filter(pk__in=[head, preparer]).update(email="a@example.go.th")
        found = audience_of(units, on=clock.today())
        assert (found.units, found.people, found.by_mail, found.without_address) == (2, 4, 2, 2)
        assert [(unit.name, person.phone) for unit, person in found.to_call if person] == [
            (
                "ศูนย์ข้อมูลและดิจิทัล",
                Person.objects.get(pk=story.cast.preparers["ศูนย์ข้อมูลและดิจิทัล"].person).phone,
            )
        ]
        for person in (head, preparer):
            Preference.objects.create(person_id=person, mail="never")
        found = audience_of(units, on=clock.today())
        assert (found.by_mail, found.without_address, found.quiet) == (0, 2, 2)

    def test_without_a_mail_server_everybody_is_to_be_called(self, story, units):
        found = audience_of(units, on=clock.today())
        assert (found.by_mail, found.quiet) == (0, 2)

    def test_a_unit_without_anybody_is_to_be_called_at_its_own_number(self, story):
        unit = Unit.objects.create(name="กองใหม่", key="กองใหม่", path="/9999/", phone="๐ ๒๕๕๕ ๐๙๙๙")
        found = audience_of([unit.pk], on=clock.today())
        assert (found.people, found.to_call) == (0, ((unit, None),))


class TestPage:
    @pytest.fixture
    def url(self, story) -> str:
        return reverse("asks:remind", args=[story.circular.pk])

    def look(self, url: str, **typed: str) -> Any:
        return enter("owner").post(url, {"key": str(uuid4()), "to": "owing", "note": "", **typed, "look": ""})

    def send(self, url: str, page: Any, **typed: str) -> Any:
        return enter("owner").post(url, {**fields_on(page), **typed})

    def test_it_counts_each_choice(self, story, url):
        choices = enter("owner").get(url).context["form"].fields["to"].choices
        counts = {to: to_remind(story.circular, to, at=clock.now()).count() for to, _label in choices}
        assert counts == {"owing": len(OWING), "overdue": 0, "not-received": len(NOT_RECEIVED - SENT)}
        assert [label.endswith(")") for _to, label in choices] == [True, True, True]

    def test_it_shows_whom_it_would_reach_and_does_nothing_yet(self, url):
        Person.objects.update(email="")
        page = self.look(url, note="ประชุมวันจันทร์")
        found = page.context["audience"]
        assert (page.status_code, found.units, found.by_mail) == (200, len(OWING), 0)
        assert found.people == found.without_address > found.units
        assert "ประชุมวันจันทร์" in page.content.decode()
        assert not Reminder.objects.exists()

    def test_the_second_button_sends_it_and_leads_to_who_was_reached(self, story, url):
        done = self.send(url, self.look(url, note="ประชุมวันจันทร์"))
        assert (done.status_code, done.url) == (302, reverse("asks:reached", args=[story.circular.pk]))
        kept = Reminder.objects.get()
        assert (kept.units, kept.note) == (len(OWING), "ประชุมวันจันทร์")

    def test_when_the_number_has_changed_it_shows_the_new_one_and_keeps_the_note(self, story, url):
        page = self.look(url, note="ประชุมวันจันทร์")
        Obligation.objects.filter(recipient__unit__name="ศูนย์ข้อมูลและดิจิทัล").update(sent=1)
        refused = self.send(url, page)
        assert (refused.status_code, "units-changed" in refused.content.decode()) == (409, True)
        assert refused.context["audience"].units == len(OWING) - 1
        assert self.send(url, refused).status_code == 302
        assert Reminder.objects.get().note == "ประชุมวันจันทร์"

    def test_soon_after_the_last_one_it_wants_a_tick(self, story, owner, url):
        remind(story.circular, to="owing", note="", by=owner, at=clock.now())
        page = self.look(url)
        refused = self.send(url, page)
        assert (refused.status_code, "reminded-recently" in refused.content.decode()) == (409, True)
        assert self.send(url, refused, again="on").status_code == 302
        assert Reminder.objects.count() == 2

    def test_when_there_is_nobody_there_is_no_button_and_a_post_is_refused(self, url):
        page = self.look(url, to="overdue")
        assert "btn-primary" not in page.content.decode()
        assert self.send(url, page).status_code == 409
        assert not Reminder.objects.exists()

    def test_going_back_keeps_what_was_typed(self, url):
        page = self.send(url, self.look(url, to="not-received", note="ประชุม"), edit="")
        assert page.context["audience"] is None
        assert page.content.decode().count("checked") == 1
        assert "ประชุม" in page.content.decode()

    def test_a_line_that_is_too_long_is_said(self, url):
        page = self.look(url, note="ก" * 501)
        assert (page.status_code, set(page.context["form"].errors)) == (200, {"note"})

    def test_it_asks_no_more_with_more_units(self, story, url, asks_no_more_with_more_rows):
        class Looking:
            def get(self, url: str) -> Any:
                return TestPage().look(url)

        asks_no_more_with_more_rows(Looking(), url, lambda n: address_more(story.circular, n))

    def test_outsiders_get_404(self, url):
        for who in WHO_MAY_NOT:
            assert enter(who).post(url, {"to": "owing"}).status_code == 404, who
        assert not Reminder.objects.exists()
