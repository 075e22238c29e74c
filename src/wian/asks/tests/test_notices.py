"""Who hears of what is asked: everybody of the units it concerns, once, and nobody of whom nothing is wanted."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from wian.asks.commands.close import close, reopen
from wian.asks.commands.exempt import end_exemption, exempt
from wian.asks.commands.extend import ask_for_time, extend, refuse_time
from wian.asks.commands.remind import remind
from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligations_of
from wian.asks.tests.support import address_more
from wian.circulars.models import Recipient
from wian.directory.commands.appoint import appoint
from wian.directory.models import Holding, Person, Post, Role
from wian.directory.queries import staff_in
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.kit.notices import Notice, notices_of
from wian.ledger.models import Entry
from wian.letters.models import Letter

QUIET = "ศูนย์ข้อมูลและดิจิทัล"  # has sent nothing
FULL = "กองการคลังและพัสดุ"


def told(event: str) -> list[Notice]:
    """What the last entry of that event has to say."""
    return notices_of(Entry.objects.filter(event=f"asks.{event}").latest("seq"))


def unit_of(name: str) -> Recipient:
    rows = Recipient.objects.select_related("unit", "circular__letter", "circular__initiative__owner__unit")
    return rows.order_by("-pk").filter(unit__name=name)[0]


def staff(*units: Recipient) -> set[int]:
    return {
        one
        for people in staff_in([row.unit_id for row in units], on=clock.today()).values()
        for one in people
    }


def later(days: int = 10) -> Any:
    return clock.end_of(clock.today() + timedelta(days=days))


@pytest.fixture
def quiet(story) -> Recipient:
    return unit_of(QUIET)


def test_a_launch_is_told_to_everybody_who_answers_for_a_unit_it_is_addressed_to(story):
    notices = told("launched")
    everybody = staff(*Recipient.objects.filter(circular=story.circular))
    assert {one.person for one in notices} == everybody
    # Head and preparer of each unit, clerk and deputy of finance; one unit has a single person.
    assert len(notices) == len(everybody) == 35


def test_a_launch_says_what_is_owed_until_when_and_whom_to_call(story):
    recipient = unit_of(FULL)
    notice = next(one for one in told("launched") if one.unit == recipient.unit_id)
    assert notice.url == reverse("asks:receive", args=[recipient.pk])
    assert "(๒ คน)" in str(notice.facts["asks"])
    assert notice.facts["due"] == min(row.due_at for row in obligations_of(recipient) if row.due_at)
    assert notice.facts["contact"].startswith("นางสาวพิมพ์ชนก")
    assert notice.facts["number"] == recipient.circular.letter.number


def test_a_launch_is_told_in_as_many_statements_to_many_units_as_to_few(story, django_assert_num_queries):
    entry = Entry.objects.filter(event="asks.launched").latest("seq")
    entry.at = clock.now()  # those who are added come to their offices today
    with django_assert_num_queries(4):
        few = len(notices_of(entry))
    address_more(story.circular, 40)
    with django_assert_num_queries(4):
        assert len(notices_of(entry)) == few + 40


def test_who_acts_for_the_head_hears_of_it_and_who_left_does_not(story, quiet):
    post = Post.objects.get(unit=quiet.unit, roles__role=Role.HEAD)
    gone = Holding.objects.get(post=post)
    when = Entry.objects.filter(event="asks.launched").latest("seq").at
    Holding.objects.filter(pk=gone.pk).update(until=clock.day_of(when) - timedelta(days=1))
    acting = Person.objects.get(pk=story.cast.heads[FULL].person or 0)
    kind = Holding.Kind.ACTING_GOVERNMENT
    appoint(acting, post, since=clock.day_of(when), kind=kind, by=COMMAND_LINE, at=when)
    people = {one.person for one in told("launched") if one.unit == quiet.unit_id}
    assert acting.pk in people
    assert gone.person_id not in people


def test_a_letter_without_number_and_date_still_says_everything(story):
    Letter.objects.filter(pk=story.circular.letter_id).update(number="")
    Obligation.objects.filter(ask__circular=story.circular).update(due_at=None)
    facts = [one.facts for one in told("launched")]
    assert {(one["number"], one["due"]) for one in facts} == {("–", "–")}


class TestMoreTime:
    def test_a_new_date_is_told_to_the_units_that_have_yet_to_send(self, story, owner):
        asks = list(Ask.objects.filter(circular=story.circular))
        extend(story.circular, asks=asks, units=None, until=later(), by=owner, at=clock.now())
        open_ = Obligation.objects.filter(ask__in=asks, sent=None).exclude(state="exempt")
        units = set(open_.values_list("recipient__unit", flat=True))
        notices = told("extended")
        assert {one.unit for one in notices} == units
        assert len(units) < 17
        assert {one.facts["due"] for one in notices} == {later()}

    def test_for_one_unit_it_is_told_to_that_unit(self, story, owner, quiet):
        asks = list(Ask.objects.filter(circular=story.circular))
        extend(story.circular, asks=asks, units=[quiet], until=later(), by=owner, at=clock.now())
        assert {one.person for one in told("extended")} == staff(quiet)

    def test_a_request_is_told_to_the_owner_with_its_reason(self, story, owner, quiet):
        by = story.cast.preparers[QUIET]
        asked = ask_for_time(quiet, until=later(), reason="ไปราชการ", by=by, at=clock.now())
        (notice,) = told("time_asked")
        assert notice.person == owner.person
        assert notice.url == reverse("asks:decide", args=[asked.pk])
        assert (notice.facts["reason"], notice.facts["due"]) == ("ไปราชการ", later())

    def test_a_request_that_is_decided_needs_nobody_any_more(self, story, owner, quiet):
        by = story.cast.preparers[QUIET]
        asked = ask_for_time(quiet, until=later(), reason="ไปราชการ", by=by, at=clock.now())
        refuse_time(asked, remark="ต้องเสนอที่ประชุม", by=owner, at=clock.now())
        assert told("time_asked") == []
        refused = told("time_refused")
        assert {one.person for one in refused} == staff(quiet)
        assert {one.facts["remark"] for one in refused} == {"ต้องเสนอที่ประชุม"}


def test_an_exemption_and_its_end_are_told_to_the_unit(owner, quiet):
    owed = obligations_of(quiet)[0]
    exempt(owed, reason="ไม่มีงานบริการ", by=owner, at=clock.now())
    notices = told("exempted")
    assert {one.person for one in notices} == staff(quiet)
    assert {one.facts["reason"] for one in notices} == {"ไม่มีงานบริการ"}
    end_exemption(owed, by=owner, at=clock.now())
    assert {one.person for one in told("exemption_ended")} == staff(quiet)
    assert told("exempted") == [], "it holds no more"


def test_closing_and_opening_again_are_told_to_those_who_have_not_sent(story, owner):
    ask = Ask.objects.filter(circular=story.circular)[0]
    unsent = Obligation.objects.filter(ask=ask, sent=None).exclude(state="exempt")
    units = set(unsent.values_list("recipient__unit", flat=True))
    close(ask, by=owner, at=clock.now())
    assert {one.unit for one in told("closed")} == units
    reopen(Ask.objects.get(pk=ask.pk), by=owner, at=clock.now())
    assert {one.unit for one in told("reopened")} == units
    assert told("closed") == [], "it is open again"


class TestReminder:
    def test_it_says_what_is_still_owed_and_the_owners_line(self, story, owner, quiet):
        remind(story.circular, to="owing", note="ประชุมวันจันทร์", by=owner, at=clock.now())
        mine = [one for one in told("reminded") if one.unit == quiet.unit_id]
        assert {one.person for one in mine} == staff(quiet)
        assert {one.wording.code for one in mine} == {"asks.reminded"}
        assert {one.facts["note"] for one in mine} == {"ประชุมวันจันทร์"}

    def test_past_the_date_it_is_said_in_other_words(self, story, owner, quiet):
        Obligation.objects.filter(recipient=quiet).update(due_at=clock.now() - timedelta(days=1))
        remind(story.circular, to="owing", note="", by=owner, at=clock.now())
        codes = {one.wording.code for one in told("reminded") if one.unit == quiet.unit_id}
        assert codes == {"asks.reminded_overdue"}

    def test_what_is_not_due_yet_is_not_called_overdue(self, story, owner, quiet):
        late, later = Obligation.objects.filter(recipient=quiet).select_related("ask")
        Obligation.objects.filter(pk=late.pk).update(due_at=clock.now() - timedelta(days=1))
        Obligation.objects.filter(pk=later.pk).update(due_at=clock.now() + timedelta(days=30))
        remind(story.circular, to="overdue", note="", by=owner, at=clock.now())
        asks = {one.facts["asks"] for one in told("reminded") if one.unit == quiet.unit_id}
        assert len(asks) == 1
        assert late.ask.what in next(iter(asks))
        assert later.ask.what not in next(iter(asks))

    def test_who_has_sent_since_is_not_told(self, story, owner, quiet):
        remind(story.circular, to="owing", note="", by=owner, at=clock.now())
        Obligation.objects.filter(recipient=quiet).update(sent=1, state="submitted")
        assert quiet.unit_id not in {one.unit for one in told("reminded")}
