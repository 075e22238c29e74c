"""The matrix: unit × ask, who has answered and who has not, and whom to call."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as
from wian.asks.models import Ask, Obligation
from wian.asks.queries import FILTERS, matrix
from wian.asks.states import OPEN, ObligationState
from wian.asks.tests.support import address_more
from wian.circulars.models import Recipient
from wian.circulars.tests.support import addressed
from wian.desks.story import DOORS, OTHERS
from wian.kit import clock

S = ObligationState
TOLD = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)  # when the story stands
READERS = {"owner", "executive", "signatory", "secretary", "auditor"}
ACCEPTED = {"กองอำนวยการ", "กองกฎหมายและระเบียบ", "กลุ่มตรวจสอบภายใน"}
SUBMITTED = {
    "กองบริหารทรัพยากรบุคคล", "กองความร่วมมือระหว่างประเทศ", "กองสื่อสารองค์กร", "สำนักรับเรื่องร้องเรียน",
}  # fmt: skip
NOT_RECEIVED = {"กองสื่อสารองค์กร", "กองพัฒนามาตรฐานบริการ", "ศูนย์ข้อมูลและดิจิทัล", "ศูนย์ต่อต้านการทุจริต"}


@pytest.fixture
def url(story) -> str:
    return reverse("asks:matrix", args=[story.circular.pk])


def units(page) -> list[str]:
    return [row.recipient.unit.name for row in page.context["matrix"].rows]


def show(url: str, **query: str) -> list[str]:
    return units(enter("owner").get(url, query))


def cells(story) -> dict[str, list[str]]:
    """Unit -> the code of each of its cells."""
    rows = matrix(story.circular, at=clock.now(), size=None).rows
    return {row.recipient.unit.name: [cell.code for cell in row.cells] for row in rows}


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
        submitted = Obligation.objects.filter(ask__circular=story.circular, state=S.SUBMITTED)
        accept = [reverse("responses:accept", args=[row.pk]) for row in submitted]
        open_ = Recipient.objects.filter(
            pk__in=Obligation.objects.filter(ask__kind=Ask.Kind.NOMINATE, state__in=OPEN).values("recipient")
        )
        behalf = [reverse("responses:on_behalf", args=[row.pk]) for row in open_]
        assert (len(accept), len(behalf)) == (4, 10)
        for part in READERS:
            page = enter(part).get(url).content.decode()
            assert {f'href="{link}"' in page for link in (*accept, *behalf)} == {part == "owner"}


class TestRows:
    def test_every_unit_stands_in_the_letters_order(self, story, url):
        assert show(url) == list(story.cast.units)

    def test_each_cell_says_where_the_unit_is(self, story):
        states = cells(story)
        assert {unit for unit, (_, nominate) in states.items() if nominate == "accepted"} == ACCEPTED
        assert {unit for unit, (_, nominate) in states.items() if nominate == "submitted"} == SUBMITTED
        assert {unit for unit, (propose, _) in states.items() if propose == "pending"} == NOT_RECEIVED
        assert {propose for propose, _ in states.values()} == {"pending", "received"}
        assert states["กองติดตามและประเมินผล"] == ["received", "received"]
        assert states["กองพัฒนามาตรฐานบริการ"] == ["pending", "pending"]
        assert states["กองนโยบายและแผนงาน"] == ["received", "awaiting_signature"]
        assert states["กองการคลังและพัสดุ"] == ["received", "draft"]

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

    def test_overdue_stands_beside_the_state(self, story):
        due = clock.end_of(clock.today() + timedelta(days=1))
        before, after = (
            {
                (row.recipient.unit.name, cell.obligation.ask.kind)
                for row in matrix(story.circular, at=at, size=None).rows
                for cell in row.cells
                if cell.overdue
            }
            for at in (due, due + timedelta(seconds=1))
        )
        assert before == set()
        # Proposals cannot be answered here yet, so they are not overdue either.
        assert after == {(unit, "nominate") for unit in set(story.cast.units) - ACCEPTED - SUBMITTED}

    def test_the_page_says_how_far_the_campaign_is(self, url):
        page = enter("executive").get(url)
        progress = page.context["progress"]
        assert (progress.units_done, progress.units, progress.names, progress.seats) == (7, 17, 11, 29)
        text = page.content.decode()
        assert all(number in text for number in ("๑๗", "๑๑", "๒๙"))


class TestFilters:
    def expected(self, story) -> dict[str, set[str]]:
        everyone = set(story.cast.units)
        return {
            "all": everyone,
            "not-received": NOT_RECEIVED,
            "waiting": everyone - ACCEPTED - SUBMITTED,
            "overdue": set(),
            "submitted": SUBMITTED,
            "accepted": ACCEPTED,
        }

    def test_each_filter_shows_its_units(self, story, url):
        expected = self.expected(story)
        assert set(expected) == set(FILTERS)
        assert {code: set(show(url, show=code)) for code in FILTERS} == expected

    def test_the_count_beside_a_filter_is_what_it_shows(self, story, url):
        shown = enter("owner").get(url, {"show": "accepted"}).context["filters"]
        assert {code: count for code, _, count in shown} == {
            code: len(found) for code, found in self.expected(story).items()
        }

    def test_what_is_overdue_is_found_the_day_after(self, story, url, clock):
        assert show(url, show="overdue") == []
        clock(TOLD + timedelta(days=2))
        assert set(show(url, show="overdue")) == set(story.cast.units) - ACCEPTED - SUBMITTED

    def test_an_unknown_filter_shows_everything(self, url):
        page = enter("owner").get(url, {"show": "<nonsense>"})
        assert (len(units(page)), page.context["show"]) == (17, "all")


class TestSearch:
    @pytest.mark.parametrize(
        "typed",
        ["กองกฎหมาย", "กฎหมายและ", " กอง กฎหมาย ", "\u0e81องกฎหมาย", "กองก\u200bฎหมาย", "(กฎหมาย)"],
        ids=["start", "middle", "spaces", "lao", "zero width", "brackets"],
    )
    def test_a_unit_is_found_however_it_is_typed(self, url, typed):
        assert show(url, q=typed) == ["กองกฎหมายและระเบียบ"]

    def test_several_are_found_in_the_letters_order(self, url):
        assert show(url, q="ศูนย์") == ["ศูนย์ข้อมูลและดิจิทัล", "ศูนย์ต่อต้านการทุจริต", "ศูนย์ประสานงานข่าว"]

    def test_search_and_filter_go_together(self, url):
        page = enter("owner").get(url, {"q": "ศูนย์", "show": "not-received"})
        assert units(page) == ["ศูนย์ข้อมูลและดิจิทัล", "ศูนย์ต่อต้านการทุจริต"]
        assert (page.context["matrix"].found, page.context["matrix"].counts["all"]) == (2, 17)

    @pytest.mark.parametrize("typed", ["กรมที่ไม่มี", "<script>alert(1)</script>"])
    def test_nothing_is_found_and_the_words_stay(self, url, typed):
        page = enter("owner").get(url, {"q": typed})
        assert (page.status_code, units(page), page.context["search"]) == (200, [], typed)
        assert "<script>alert" not in page.content.decode()

    @pytest.mark.parametrize("typed", ["", "  ", "%", "_", "\x00", "'"])
    def test_what_is_no_word_finds_everything(self, url, typed):
        assert len(show(url, q=typed)) == 17


class TestPages:
    @pytest.fixture
    def long_(self, story):
        address_more(story.circular, 100)

    @pytest.mark.usefixtures("long_")
    def test_a_hundred_to_a_page_and_all_of_them_to_print(self, url):
        browser = enter("owner")
        shown = {
            query: [row.recipient.order for row in browser.get(f"{url}?{query}").context["matrix"].rows]
            for query in ("", "page=2", "page=99", "page=0", "page=-1", "page=x", "page=๒", "print=1")
        }
        first, second = list(range(1, 101)), list(range(101, 118))
        assert shown == {
            "": first,
            "page=2": second,
            "page=99": second,
            "page=0": first,
            "page=-1": first,
            "page=x": first,
            "page=๒": second,
            "print=1": first + second,
        }

    @pytest.mark.usefixtures("long_")
    def test_the_pages_keep_filter_and_search(self, url):
        page = enter("owner").get(f"{url}?show=waiting&q=กอง").content.decode()
        assert "show=waiting" in page
        assert "page=2" in page

    def test_more_units_ask_no_more(self, story, url, asks_no_more_with_more_rows):
        asks_no_more_with_more_rows(enter("owner"), url, lambda count: address_more(story.circular, count))


def test_it_is_only_read(url):
    assert enter("owner").post(url).status_code == 405
