"""The matrix by what is to be done: filters, search, pages."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.asks.models import Obligation
from wian.asks.queries import FILTERS
from wian.asks.states import OPEN, ObligationState
from wian.asks.tests.support import address_more
from wian.asks.tests.tracked import (
    ABROAD,
    AUDIT,
    COMPLAINTS,
    FOLLOW_UP,
    GENERAL,
    NOT_RECEIVED,
    PEOPLE,
    PRESS,
    PROVINCES,
    SENT,
    show,
    units,
)  # fmt: skip
from wian.circulars.tests.support import addressed

S = ObligationState
TOLD = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)  # when the story stands


@pytest.fixture
def url(story) -> str:
    return reverse("asks:matrix", args=[story.circular.pk])


class TestFilters:
    def expected(self, story) -> dict[str, set[str]]:
        everyone = set(story.cast.units)
        return {
            "all": everyone,
            "not-received": NOT_RECEIVED,
            "waiting": everyone - SENT,
            "overdue": set(),
            "submitted": {GENERAL, PEOPLE, ABROAD, PRESS, COMPLAINTS},
            "returned": {PROVINCES},
            "to-enter": {GENERAL},
            "asked-for-time": {FOLLOW_UP},
            "accepted": {AUDIT},
        }

    def test_each_filter_shows_its_units(self, story, url):
        expected = self.expected(story)
        assert set(expected) == set(FILTERS)
        assert {code: set(show(url, show=code)) for code in FILTERS} == expected

    def test_the_count_beside_a_filter_is_what_it_shows(self, story, url):
        shown = enter("owner").get(url, {"show": "accepted"}).context["filters"]
        assert {code: count for code, _, count in shown} == {
            code: len(found) for code, found in self.expected(story).items() if found
        }

    def test_a_filter_that_finds_nothing_is_left_out_unless_it_is_the_usual_or_the_chosen_one(self, story):
        url = reverse("asks:matrix", args=[addressed(story).pk])
        browser = enter("other_owner")

        def offered(**query: str) -> list[str]:
            return [code for code, _, count in browser.get(url, query).context["filters"] if not count]

        assert offered() == ["waiting", "submitted", "accepted"]
        assert offered(show="returned") == ["waiting", "submitted", "returned", "accepted"]

    def test_what_is_overdue_is_found_the_day_after(self, story, url, clock):
        assert show(url, show="overdue") == []
        clock(TOLD + timedelta(days=2))
        waiting = Obligation.objects.filter(ask__circular=story.circular, sent=None, state__in=OPEN)
        late = waiting.exclude(state__in=[S.AWAITING_SIGNATURE, S.RETURNED])
        assert set(show(url, show="overdue")) == {row.recipient.unit.name for row in late} != set()

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
        address_more(story.circular, 50)

    @pytest.mark.usefixtures("long_")
    def test_fifty_to_a_page_and_all_of_them_to_print(self, url):
        browser = enter("owner")
        shown = {
            query: [row.recipient.order for row in browser.get(f"{url}?{query}").context["matrix"].rows]
            for query in ("", "page=2", "page=99", "page=0", "page=-1", "page=x", "page=๒", "print=1")
        }
        first, second = list(range(1, 51)), list(range(51, 68))
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
