import re
from datetime import timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.desks.commands.end_share import end_share
from wian.desks.commands.share import share
from wian.desks.models import Share
from wian.desks.queries import share_called
from wian.desks.refusals import LinkEnded
from wian.kit import clock
from wian.ledger.models import Entry
from wian.responses.tests.unit import browser, form


@pytest.fixture
def link(story) -> Share:
    return share(story.circular, days=7, by=story.cast.parts["owner"], at=TOLD)


@pytest.fixture
def owner_page(story) -> str:
    return reverse("desks:share", args=[story.circular.pk])


def test_the_owner_makes_a_link_that_works_for_seven_days(story, owner_page):
    client = browser("owner")
    assert re.search(r'value="7"[^>]* checked', client.get(owner_page).content.decode())
    assert client.post(owner_page, form(days="7")).url == owner_page
    [made] = Share.objects.all()
    assert (made.expires_at, made.made_by) == (
        clock.end_of(clock.day_of(TOLD) + timedelta(days=7)),
        story.cast.parts["owner"].office,
    )
    assert (
        f"http://testserver{reverse('desks:shared', args=[made.code])}"
        in client.get(owner_page).content.decode()
    )


def test_a_code_cannot_be_guessed_and_is_not_in_the_ledger(link, story):
    other = share(story.circular, days=7, by=story.cast.parts["owner"], at=TOLD)
    assert len(link.code) >= 16
    assert link.code != other.code
    entry = Entry.objects.order_by("-seq")[1]
    assert entry.event == "desks.shared"
    assert link.code not in entry.payload


def test_a_link_works_to_the_end_of_its_last_day(link):
    assert share_called(link.code, at=link.expires_at) == link
    assert link.works(link.expires_at)
    after = link.expires_at + timedelta(seconds=1)
    assert (share_called(link.code, at=after), link.works(after)) == (None, False)


def test_an_owner_ends_a_link_and_it_is_ended_once(link, owner_page):
    url = reverse("desks:end_share", args=[link.pk])
    assert browser("owner").post(url, form()).url == owner_page
    assert share_called(link.code, at=TOLD) is None
    assert Entry.objects.order_by("-seq")[0].event == "desks.share_ended"
    refused = browser("owner").post(url, form())
    assert (refused.status_code, "link-ended" in refused.content.decode()) == (409, True)
    assert link.code not in browser("owner").get(owner_page).content.decode()


def test_a_link_that_expired_cannot_be_ended(link, story):
    with pytest.raises(LinkEnded):
        end_share(link, by=story.cast.parts["owner"], at=link.expires_at + timedelta(days=1))


def test_how_long_is_chosen_from_what_is_offered(owner_page):
    page = browser("owner").post(owner_page, form(days="365"))
    assert "error-summary" in page.content.decode()
    assert not Share.objects.exists()


def test_the_page_asks_no_more_with_more_links(story, owner_page, asks_no_more_with_more_rows):
    def add(count: int) -> None:
        for _ in range(count):
            share(story.circular, days=7, by=story.cast.parts["owner"], at=TOLD)

    asks_no_more_with_more_rows(browser("owner"), owner_page, add)


def test_outsiders_get_404(link, owner_page):
    for who in ("other_owner", "executive", "preparer"):
        assert browser(who).post(owner_page, form(days="7")).status_code == 404, who
        url = reverse("desks:end_share", args=[link.pk])
        assert browser(who).post(url, form()).status_code == 404, who
    assert Share.objects.get().ended_at is None
