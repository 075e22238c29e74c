"""More time: for all units, for one that asked, or not granted. A deadline is only ever moved on."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.asks.commands.extend import ask_for_time, extend, grant_time, refuse_time
from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries import obligations_of
from wian.asks.refusals import NothingToExtend, NotLater, RequestDecided, RequestWaiting
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.kit import clock
from wian.ledger.models import Entry

WHO_MAY_NOT = ("other_owner", "executive", "auditor", "preparer")
QUIET = "ศูนย์ข้อมูลและดิจิทัล"  # has sent nothing


@pytest.fixture
def asks(story) -> list[Ask]:
    return list(Ask.objects.filter(circular=story.circular))


@pytest.fixture
def unit(story) -> Recipient:
    return Recipient.objects.select_related("unit", "circular").get(circular=story.circular, unit__name=QUIET)


@pytest.fixture
def request_(story) -> ExtensionRequest:
    """The one that waits in the story."""
    return ExtensionRequest.objects.select_related("recipient__circular", "recipient__unit").get(granted=None)


def due(recipient: Recipient) -> set[datetime | None]:
    return {owed.due_at for owed in obligations_of(recipient)}


def later(days: int = 10) -> datetime:
    return clock.end_of(clock.today() + timedelta(days=days))


def form(**typed: Any) -> dict[str, Any]:
    return {"key": str(uuid4()), **typed}


class TestForAll:
    def test_every_unit_has_the_new_date_and_no_other_ask_moves(self, story, owner, asks):
        moved = extend(story.circular, asks=asks[:1], units=None, until=later(), by=owner, at=clock.now())
        owed = Obligation.objects.filter(ask__circular=story.circular)
        assert moved == 17 == owed.filter(ask=asks[0], due_at=later()).count()
        assert not owed.filter(ask=asks[1], due_at=later()).exists()
        assert Entry.objects.order_by("-seq")[0].event == "asks.extended"

    def test_who_has_a_later_date_already_keeps_it(self, story, owner, asks, unit):
        Obligation.objects.filter(recipient=unit).update(due_at=later(30))
        extend(story.circular, asks=asks, units=None, until=later(), by=owner, at=clock.now())
        assert due(unit) == {later(30)}

    def test_an_earlier_date_is_refused(self, story, owner, asks):
        with pytest.raises(NotLater):
            extend(story.circular, asks=asks, units=None, until=clock.now(), by=owner, at=clock.now())

    def test_late_answers_up_to_the_new_date_are_in_time_and_no_others(self, story, owner):
        late = Obligation.objects.filter(ask__circular=story.earlier, late=True).order_by("submitted_at")
        first, second = late
        asks = list(Ask.objects.filter(circular=story.earlier))
        until = (first.submitted_at or clock.now()) + timedelta(minutes=1)
        extend(story.earlier, asks=asks, units=None, until=until, by=owner, at=clock.now())
        assert [Obligation.objects.get(pk=row.pk).late for row in (first, second)] == [False, True]

    def test_the_requests_that_it_covers_are_granted_by_it(self, story, owner, asks, request_):
        short = request_.until - timedelta(days=1)
        extend(story.circular, asks=asks, units=None, until=short, by=owner, at=clock.now())
        request_.refresh_from_db()
        assert request_.granted is None
        extend(story.circular, asks=asks, units=None, until=request_.until, by=owner, at=clock.now())
        request_.refresh_from_db()
        assert (request_.granted, request_.decided_by) == (True, owner.office)


class TestPage:
    @pytest.fixture
    def url(self, story) -> str:
        return reverse("asks:extend", args=[story.circular.pk])

    def typed(self, asks, **more: str) -> dict[str, Any]:
        until = f"{clock.today() + timedelta(days=10):%d/%m/%Y}"
        return form(asks=[ask.pk for ask in asks], until=until, **more)

    def test_it_shows_what_will_happen_and_does_nothing_yet(self, story, asks, url):
        page = enter("owner").post(url, self.typed(asks, look=""))
        reach = page.context["reach"]
        waiting = Obligation.objects.filter(ask__circular=story.circular, sent=None)
        asked = waiting.exclude(state=ObligationState.EXEMPT)
        assert (page.status_code, reach.units, reach.in_time, reach.requests) == (200, 17, 0, 1)
        assert reach.waiting == asked.values("recipient").distinct().count()
        assert not Obligation.objects.filter(ask__circular=story.circular, due_at=later()).exists()
        # What was typed goes along, hidden, to the button that does it.
        assert page.content.decode().count('type="hidden" name="asks"') == len(asks)

    def test_a_request_is_granted_only_when_all_that_the_unit_owes_moves(self, asks, url):
        page = enter("owner").post(url, self.typed(asks[:1], look=""))
        assert page.context["reach"].requests == 0

    def test_it_tells_whose_late_answer_would_be_in_time(self, story):
        url = reverse("asks:extend", args=[story.earlier.pk])
        open_ = [ask for ask in Ask.objects.filter(circular=story.earlier) if not ask.closed_at]
        page = enter("owner").post(url, self.typed(open_, look=""))
        assert page.context["reach"].in_time == 1, "one unit, late with two answers"

    def test_the_second_button_does_it(self, story, asks, url):
        done = enter("owner").post(url, self.typed(asks))
        assert (done.status_code, done.url) == (302, reverse("asks:matrix", args=[story.circular.pk]))
        assert Obligation.objects.filter(ask__circular=story.circular, due_at=later()).count() == 34

    def test_going_back_keeps_what_was_typed(self, asks, url):
        page = enter("owner").post(url, self.typed(asks[:1], edit="")).content.decode()
        assert page.count('name="asks"') == len(asks)
        assert page.count("checked") == 1

    def test_a_date_that_is_not_later_is_refused_on_the_page(self, asks, url):
        refused = enter("owner").post(url, self.typed(asks) | {"until": "1/11/2569"})
        assert (refused.status_code, "not-later" in refused.content.decode()) == (409, True)

    def test_nothing_chosen_or_no_date_is_said(self, asks, url):
        page = enter("owner").post(url, form(look=""))
        assert (page.status_code, set(page.context["form"].errors)) == (200, {"asks", "until"})

    def test_closed_asks_are_not_offered(self, story):
        page = enter("owner").get(reverse("asks:extend", args=[story.earlier.pk]))
        assert [one.ask.kind for one in page.context["dates"]] == ["report", "acknowledge"]

    def test_outsiders_get_404(self, asks, url):
        for who in WHO_MAY_NOT:
            assert enter(who).post(url, self.typed(asks)).status_code == 404, who
        assert not Obligation.objects.filter(due_at=later()).exists()


class TestRequests:
    def test_granted_for_the_unit_alone(self, story, owner, request_):
        grant_time(request_, until=request_.until, everybody=False, by=owner, at=clock.now())
        request_.refresh_from_db()
        assert (request_.granted, request_.decided_at) == (True, clock.now())
        moved = Obligation.objects.filter(ask__circular=story.circular, due_at=request_.until)
        assert {row.recipient_id for row in moved} == {request_.recipient_id}
        assert due(request_.recipient) == {request_.until}

    def test_granted_for_all(self, story, owner, request_):
        grant_time(request_, until=request_.until, everybody=True, by=owner, at=clock.now())
        owed = Obligation.objects.filter(ask__circular=story.circular)
        assert owed.filter(due_at=request_.until).count() == owed.count()

    def test_granted_until_another_date_than_was_asked_for(self, owner, request_):
        until = request_.until - timedelta(days=1)
        grant_time(request_, until=until, everybody=False, by=owner, at=clock.now())
        request_.refresh_from_db()
        assert (request_.granted, request_.until, due(request_.recipient)) == (True, until, {until})

    def test_what_the_unit_has_sent_late_stays_late(self, owner, request_):
        sent, open_ = obligations_of(request_.recipient)
        Obligation.objects.filter(pk=sent.pk).update(
            state=ObligationState.SUBMITTED, sent=1, late=True, submitted_at=clock.now()
        )
        grant_time(request_, until=request_.until, everybody=True, by=owner, at=clock.now())
        sent.refresh_from_db()
        open_.refresh_from_db()
        assert (sent.late, sent.due_at == request_.until, open_.due_at) == (True, False, request_.until)

    def test_a_unit_that_owes_nothing_more_is_given_no_time(self, owner, request_):
        Obligation.objects.filter(recipient=request_.recipient).update(sent=1)
        with pytest.raises(NothingToExtend):
            grant_time(request_, until=request_.until, everybody=False, by=owner, at=clock.now())
        request_.refresh_from_db()
        assert request_.granted is None

    def test_not_granted_and_the_unit_may_read_why(self, owner, request_):
        before = due(request_.recipient)
        refuse_time(request_, remark="ต้องเสนอที่ประชุม", by=owner, at=clock.now())
        request_.refresh_from_db()
        assert (request_.granted, request_.remark, due(request_.recipient)) == (
            False,
            "ต้องเสนอที่ประชุม",
            before,
        )

    def test_decided_once(self, owner, request_):
        refuse_time(request_, remark="ไม่ได้", by=owner, at=clock.now())
        with pytest.raises(RequestDecided):
            refuse_time(request_, remark="ไม่ได้", by=owner, at=clock.now())
        with pytest.raises(RequestDecided):
            grant_time(request_, until=request_.until, everybody=True, by=owner, at=clock.now())
        assert due(request_.recipient) != {request_.until}

    def test_one_request_waits_at_a_time(self, story, unit):
        preparer = story.cast.preparers[QUIET]
        ask_for_time(unit, until=later(), reason="ขอเวลา", by=preparer, at=clock.now())
        with pytest.raises(RequestWaiting):
            ask_for_time(unit, until=later(12), reason="ขออีก", by=preparer, at=clock.now())


class TestDecidePage:
    @pytest.fixture
    def url(self, request_) -> str:
        return reverse("asks:decide", args=[request_.pk])

    def typed(self, request_, decision: str, **more: str) -> dict[str, Any]:
        return form(decision=decision, until=f"{clock.day_of(request_.until):%d/%m/%Y}", **more)

    def test_it_says_who_asks_why_and_until_when(self, url, request_):
        page = enter("owner").get(url).content.decode()
        assert request_.recipient.unit.name in page
        assert request_.reason in page

    @pytest.mark.parametrize(("decision", "moved"), [("unit", 2), ("all", 34), ("refuse", 0)])
    def test_each_decision(self, story, url, request_, decision, moved):
        done = enter("owner").post(url, self.typed(request_, decision, remark="ตามที่หารือ"))
        assert done.status_code == 302
        owed = Obligation.objects.filter(ask__circular=story.circular, due_at=request_.until)
        assert owed.count() == moved
        request_.refresh_from_db()
        assert request_.granted is (decision != "refuse")

    def test_who_does_not_grant_says_why(self, url, request_):
        page = enter("owner").post(url, self.typed(request_, "refuse"))
        assert (page.status_code, set(page.context["form"].errors)) == (200, {"remark"})
        request_.refresh_from_db()
        assert request_.granted is None

    def test_a_decided_request_is_refused_by_name(self, owner, url, request_):
        refuse_time(request_, remark="ไม่ได้", by=owner, at=clock.now())
        shown = enter("owner").get(url)
        posted = enter("owner").post(url, self.typed(request_, "unit"))
        for page in (shown, posted):
            assert (page.status_code, "request-decided" in page.content.decode()) == (409, True)

    def test_outsiders_get_404(self, url, request_):
        for who in WHO_MAY_NOT:
            assert enter(who).post(url, self.typed(request_, "all")).status_code == 404, who
        request_.refresh_from_db()
        assert request_.granted is None
