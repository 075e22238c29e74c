import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, form_on
from wian.directory.models import Holding, Person
from wian.directory.story import FULL
from wian.kit import clock
from wian.outbox.models import Notice
from wian.outbox.tests.rows import notice

URL = reverse("outbox:mine")
READ_ALL = reverse("outbox:read_all")


@pytest.fixture
def preparer(story) -> Person:
    return Person.objects.get(pk=story.cast.parts["preparer"].person)


def page_of(who: str) -> str:
    return enter(who).get(URL).content.decode()


def newest_form(client) -> dict[str, str]:
    return form_on(client.get(URL), READ_ALL)


def test_a_person_sees_what_they_were_told_in_words(preparer):
    notice(preparer, facts={"unit": "กองแผนที่", "count": 3})
    page = page_of("preparer")
    assert "กองแผนที่ is called" in page
    assert "กองแผนที่ has ๓ things to do." in page


def test_the_newest_stands_first(preparer):
    first = notice(preparer)
    second = notice(preparer)
    page = page_of("preparer")
    assert page.index(f"/outbox/{second.pk}/") < page.index(f"/outbox/{first.pk}/")


def test_nobody_sees_what_another_was_told(preparer):
    notice(preparer)
    assert "กองแผนที่ is called" not in page_of("clerk")


def test_what_was_not_read_is_marked_in_words(preparer):
    notice(preparer, read_at="2026-11-20T03:00Z")
    assert "ยังไม่ได้อ่าน</span>" not in page_of("preparer")
    notice(preparer)
    assert page_of("preparer").count("ยังไม่ได้อ่าน</span>") == 1


def test_the_bar_says_how_many_are_unread_on_every_page(preparer):
    assert "bell-number" not in page_of("preparer")
    for _ in range(12):
        notice(preparer)
    notice(preparer, read_at="2026-11-20T03:00Z")
    page = enter("preparer").get(reverse("desks:mine")).content.decode()
    assert 'aria-hidden="true">๑๒</span>' in page
    assert "การแจ้งเตือนที่ยังไม่ได้อ่าน ๑๒ รายการ" in page


def test_a_hundred_unread_are_many(preparer):
    for _ in range(100):
        notice(preparer)
    assert 'aria-hidden="true">๙๙+</span>' in page_of("preparer")


def test_an_empty_page_says_what_will_come(story):
    assert "หนังสือถึงหน่วยงาน" in page_of("preparer")


def test_the_unit_is_named_to_whoever_has_several(preparer, story):
    notice(preparer, unit=FULL)
    assert f"{FULL} ·" not in page_of("preparer")
    post = story.cast.preparers["กองอำนวยการ"].post
    Holding.objects.create(post_id=post, person=preparer, since=clock.today())
    assert f"{FULL} ·" in page_of("preparer")


def test_all_are_marked_as_read(preparer):
    notice(preparer)
    other = notice(Person.objects.exclude(pk=preparer.pk)[0])
    client = enter("preparer")
    assert client.post(READ_ALL, newest_form(client)).url == URL
    assert not Notice.objects.filter(person=preparer, read_at=None).exists()
    other.refresh_from_db()
    assert other.read_at is None
    assert f'action="{READ_ALL}"' not in client.get(URL).content.decode()


def test_what_came_after_the_page_was_shown_stays_unread(preparer):
    notice(preparer)
    client = enter("preparer")
    form = newest_form(client)
    later = notice(preparer)
    client.post(READ_ALL, form)
    assert list(Notice.objects.filter(person=preparer, read_at=None)) == [later]


def test_when_it_was_read_first_stays(preparer):
    read = notice(preparer, read_at="2026-11-19T03:00Z")
    notice(preparer)
    client = enter("preparer")
    client.post(READ_ALL, newest_form(client))
    read.refresh_from_db()
    assert read.read_at.day == 19


def test_the_button_says_up_to_which_notice(preparer):
    notice(preparer)
    client = enter("preparer")
    client.raise_request_exception = False
    assert client.post(READ_ALL, newest_form(client) | {"newest": "all"}).status_code == 400
    assert Notice.objects.filter(person=preparer, read_at=None).exists()


def test_the_page_asks_no_more_with_more_notices(preparer, asks_no_more_with_more_rows):
    def add(count: int) -> None:
        for _ in range(count):
            notice(preparer, unit=FULL)

    asks_no_more_with_more_rows(enter("preparer"), URL, add)


def test_older_notices_are_on_the_next_page(preparer):
    for _ in range(31):
        notice(preparer)
    assert page_of("preparer").count("กองแผนที่ is called") == 30
    assert enter("preparer").get(f"{URL}?page=2").content.decode().count("กองแผนที่ is called") == 1
