"""The matrix: unit × ask, who has answered and who has not, and whom to call."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from saraban.numerals import to_thai
from wian.accounts.tests.support import enter, enter_as
from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries import Cell, matrix, progress_of
from wian.asks.states import OPEN, ObligationState
from wian.asks.tests.support import address_more
from wian.asks.tests.tracked import (
    ABROAD,
    AUDIT,
    COMPLAINTS,
    FINANCE,
    FOLLOW_UP,
    GENERAL,
    NOT_RECEIVED,
    PEOPLE,
    PLANS,
    PRESS,
    PROVINCES,
    show,
)  # fmt: skip
from wian.circulars.models import Recipient
from wian.circulars.tests.support import addressed
from wian.desks.story import DOORS, OTHERS
from wian.kit import clock

S = ObligationState
TOLD = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)  # when the story stands
READERS = {"owner", "executive", "signatory", "secretary", "auditor"}


@pytest.fixture
def url(story) -> str:
    return reverse("asks:matrix", args=[story.circular.pk])


def cells(circular, at=None) -> dict[str, list[Cell]]:
    """Unit -> its cells."""
    rows = matrix(circular, at=at or clock.now(), size=None).rows
    return {row.recipient.unit.name: list(row.cells) for row in rows}


def codes(circular, at=None) -> dict[str, list[str]]:
    """Unit -> the code of each of its cells."""
    return {unit: [cell.code for cell in row] for unit, row in cells(circular, at).items()}


def facts(circular, at=None) -> dict[str, list[str]]:
    """Unit -> the facts beside the states of its cells, all together; units without any left out."""
    found = cells(circular, at).items()
    told = {unit: [code for cell in row for code, _ in cell.facts] for unit, row in found}
    return {unit: each for unit, each in told.items() if each}


class TestWho:
    def test_who_follows_the_campaign_reads_it_and_no_unit_does(self, url):
        answered = {part: enter(part).get(url).status_code for part in (*DOORS, *OTHERS)}
        assert answered == {part: 200 if part in READERS else 404 for part in (*DOORS, *OTHERS)}

    def test_no_head_of_a_unit_reads_it(self, story, url):
        assert {enter_as(head).get(url).status_code for head in story.cast.heads.values()} == {404}

    def test_another_owners_campaign_is_not_there(self, story):
        url = reverse("asks:matrix", args=[addressed(story).pk])
        assert (enter("other_owner").get(url).status_code, enter("owner").get(url).status_code) == (200, 404)

    def test_only_the_owner_is_offered_to_act(self, story, url):
        owed = Obligation.objects.filter(ask__circular=story.circular)
        asks = Ask.objects.filter(circular=story.circular)
        [request] = ExtensionRequest.objects.filter(granted=None)
        open_ = owed.filter(state__in=OPEN).values("recipient").distinct()
        [exempt] = owed.filter(state=S.EXEMPT)
        links = [
            *(reverse("responses:review", args=[row.pk]) for row in owed.exclude(sent=None)),
            *(reverse("responses:on_behalf", args=[row["recipient"]]) for row in open_),
            *(reverse("asks:exempt", args=[row.pk]) for row in owed.filter(state__in=OPEN, sent=None)),
            *(reverse("asks:close", args=[ask.pk]) for ask in asks),
            reverse("asks:end_exemption", args=[exempt.pk]),
            reverse("asks:decide", args=[request.pk]),
            reverse("asks:extend", args=[story.circular.pk]),
        ]
        assert len(links) > 40
        for part in READERS:
            page = enter(part).get(url).content.decode()
            assert {f'href="{link}"' in page for link in links} == {part == "owner"}, part

    def test_a_closed_ask_is_offered_to_be_opened_again(self, story):
        closed = Ask.objects.exclude(closed_at=None).get(circular=story.earlier)
        page = enter("owner").get(reverse("asks:matrix", args=[story.earlier.pk])).content.decode()
        assert reverse("asks:reopen", args=[closed.pk]) in page
        assert reverse("asks:close", args=[closed.pk]) not in page


class TestRows:
    def test_every_unit_stands_in_the_letters_order(self, story, url):
        assert show(url) == list(story.cast.units)

    def test_each_cell_says_where_the_unit_is(self, story):
        states = codes(story.circular)
        assert {unit: states[unit] for unit in (GENERAL, FINANCE, PLANS, FOLLOW_UP, PROVINCES, AUDIT)} == {
            GENERAL: ["submitted", "accepted"],
            FINANCE: ["draft", "draft"],
            PLANS: ["awaiting_signature", "awaiting_signature"],
            FOLLOW_UP: ["received", "received"],
            PROVINCES: ["returned", "draft"],
            AUDIT: ["exempt", "accepted"],
        }
        assert {unit for unit, row in states.items() if "pending" in row} == NOT_RECEIVED - {PRESS}

    def test_each_fact_stands_beside_its_state(self, story):
        assert facts(story.circular) == {
            GENERAL: ["to_enter"],
            PRESS: ["on_behalf", "opened", "on_behalf", "opened"],
            COMPLAINTS: ["opened"],
        }
        assert facts(story.earlier) == {
            FINANCE: ["overdue"],
            ABROAD: ["extended"],
            "ศูนย์ข้อมูลและดิจิทัล": ["late", "late"],
            "กลุ่มงานเลขานุการปลัดกระทรวง": ["overdue", "overdue"],
        }

    def test_prepared_in_time_is_not_overdue_and_says_so(self, story):
        report = cells(story.earlier)[PROVINCES][0]
        assert (report.code, report.prepared, report.overdue) == ("awaiting_signature", True, False)
        assert report.label != S.AWAITING_SIGNATURE.label

    def test_what_is_added_to_stands_as_sent(self, story):
        projects = cells(story.circular)[ABROAD][0]
        assert (projects.is_being_added_to, projects.overdue, projects.to_accept) == (True, False, False)
        assert projects.label not in {S.DRAFT.label, S.SUBMITTED.label}

    def test_a_closed_ask_says_so_where_nothing_was_sent(self, story):
        attend = {unit: row[1] for unit, row in codes(story.earlier).items()}
        assert {unit for unit, code in attend.items() if code == "closed"} == {
            FINANCE, ABROAD, "กลุ่มงานเลขานุการปลัดกระทรวง",
        }  # fmt: skip

    def test_fewer_than_asked_for_is_a_fact_of_what_was_sent(self, story):
        row = Obligation.objects.get(
            recipient__unit__name=PEOPLE, ask__kind="nominate", ask__circular=story.circular
        )
        Obligation.objects.filter(pk=row.pk).update(min=3, max=4)
        assert facts(story.circular)[PEOPLE] == ["short"]

    def test_what_was_sent_back_and_is_corrected_still_says_so(self, story):
        [returned] = Obligation.objects.filter(state=S.RETURNED)
        Obligation.objects.filter(pk=returned.pk).update(state=S.DRAFT)
        assert facts(story.circular)[PROVINCES] == ["returned"]

    def test_a_cell_shows_two_facts_at_most(self, story, url):
        late = Obligation.objects.filter(ask__circular=story.circular, recipient__unit__name=PRESS)
        late.update(late=True)
        row = enter("owner").get(url).content.decode().split(f"{PRESS}\n")[1].split("</tr>")[0]
        assert [len(cell.facts) for cell in cells(story.circular)[PRESS]] == [3, 3]
        assert row.count('class="state ') == 2 * (1 + 2)

    def test_who_asks_for_more_time_stands_on_top_and_in_the_row(self, story, url):
        page = enter("owner").get(url)
        assert [asked.recipient.unit.name for asked in page.context["requests"]] == [FOLLOW_UP]
        asking = [row.recipient.unit.name for row in page.context["matrix"].rows if row.request]
        assert asking == [FOLLOW_UP]
        assert enter("executive").get(url).context["requests"] == []

    def test_each_row_says_whom_to_call(self, story, url):
        found = matrix(story.circular, at=clock.now(), size=None)
        called = {row.recipient.unit.name: str(row.call) for row in found.rows}
        del called["กองการคลังและพัสดุ"]  # it has two preparers
        assert called == {unit: story.cast.preparers[unit].name for unit in called}
        page = enter("executive").get(url).content.decode()
        assert all(name in page for name in called.values())

    def test_a_unit_without_anybody_on_record_has_nobody_to_call(self, story):
        address_more(story.circular, 1)
        Recipient.objects.filter(order=18).update(unit=story.cast.parts["owner"].unit)
        last = matrix(story.circular, at=clock.now(), size=None).rows[-1]
        assert (last.recipient.unit_id, last.call) == (story.cast.parts["owner"].unit, None)

    def test_overdue_begins_after_the_last_second(self, story):
        due = clock.end_of(clock.today() + timedelta(days=1))
        before, after = (
            {
                (unit, cell.obligation.ask.kind)
                for unit, row in cells(story.circular, at).items()
                for cell in row
                if cell.overdue
            }
            for at in (due, due + timedelta(seconds=1))
        )
        waiting = Obligation.objects.filter(ask__circular=story.circular, sent=None, state__in=OPEN)
        assert before == set()
        assert after == {
            (row.recipient.unit.name, row.ask.kind)
            for row in waiting.exclude(state__in=[S.AWAITING_SIGNATURE, S.RETURNED])
        }
        assert len(after) > 10

    def test_the_page_says_how_far_the_campaign_is(self, story, url):
        page = enter("executive").get(url)
        assert page.context["progress"] == progress_of(story.circular)
        text = page.content.decode()
        assert all(number in text for number in ("๑๗", "๒๙", to_thai(page.context["progress"].projects)))


def test_it_is_only_read(url):
    assert enter("owner").post(url).status_code == 405
