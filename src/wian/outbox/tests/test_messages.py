from datetime import timedelta

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.directory.story import FULL
from wian.kit import clock
from wian.outbox.models import Notice
from wian.outbox.queries import Progress, progress
from wian.outbox.tests.rows import message, notice
from wian.outbox.tests.support import people

URL = reverse("outbox:messages")


@pytest.fixture(autouse=True)
def mail(settings):
    settings.MAIL = True


def page_of(show: str = "") -> str:
    return enter("administrator").get(URL, {"show": show} if show else {}).content.decode()


def test_messages_are_counted_by_state_and_reason(story):
    [person] = people("a@example.go.th")
    for _ in range(2):
        message(person, "held", why="no-address")
    message(person, "held", why="no-server")
    message(person, "delivered")
    found = [(one.state, one.why, one.count) for one in enter("administrator").get(URL).context["standings"]]
    assert [(state, count) for state, _, count in found] == [("held", 2), ("held", 1), ("delivered", 1)]
    assert all(why for state, why, _ in found if state == "held")


def test_the_stuck_are_listed_with_person_unit_reason_and_the_servers_words(story):
    [person] = people("bad@example.go.th")
    notice(person, unit=FULL, message=message(person, "bounced", why="refused", answer="550 no such mailbox"))
    page = page_of()
    for said in (str(person), FULL, "bad@example.go.th", "เซิร์ฟเวอร์อีเมลปฏิเสธ", "550 no such mailbox"):
        assert said in page, said


def test_what_goes_its_way_is_not_listed(story):
    [person] = people("a@example.go.th")
    for state in ("queued", "sending", "delivered"):
        message(person, state)
    assert str(person) not in page_of()


def test_what_is_being_sent_for_more_than_an_hour_is_stuck(story):
    [person] = people("a@example.go.th")
    message(person, "sending", moved_at=clock.now() - timedelta(minutes=61))
    assert str(person) in page_of()
    assert str(person) in page_of("slow")
    assert str(person) not in page_of("held")
    assert progress(at=clock.now()) == Progress()


def test_the_list_is_filtered_by_state(story):
    held, bounced = people("h@example.go.th", "b@example.go.th")
    message(held, "held")
    message(bounced, "bounced")
    assert "h@example.go.th" in page_of("held")
    assert "b@example.go.th" not in page_of("held")
    assert "b@example.go.th" in page_of("bounced")


def test_a_filter_that_is_not_there_shows_all(story):
    [person] = people("a@example.go.th")
    message(person, "gave_up")
    assert "a@example.go.th" in page_of("delivered")


def test_fifty_stand_on_a_page(story):
    [person] = people("a@example.go.th")
    for _ in range(51):
        message(person, "held")
    assert page_of().count("a@example.go.th") == 50


def test_without_a_mail_server_the_page_names_the_setting_and_offers_nothing(story, settings):
    settings.MAIL = False
    [person] = people("a@example.go.th")
    message(person, "held", why="no-server")
    page = page_of()
    assert "WIAN_SMTP" in page
    assert reverse("outbox:send_again") not in page


def test_while_messages_leave_the_page_counts_them_and_renews_itself(story):
    [person] = people("a@example.go.th")
    put = clock.now() - timedelta(seconds=9)
    message(person, "delivered", moved_at=put - timedelta(days=1))
    message(person, "queued", moved_at=put)
    for state in ("delivered", "bounced", "sending"):
        message(person, state, tries=1, moved_at=clock.now())
    message(person, "queued", tries=2)
    assert progress(at=clock.now()) == Progress(done=2, all=4, again=1)
    answered = enter("administrator").get(URL)
    assert answered["Refresh"] == "3"
    assert "เสร็จแล้ว ๒ จาก ๔ ฉบับ" in answered.content.decode()


def test_what_waits_for_another_try_does_not_keep_the_page_awake(story):
    [person] = people("a@example.go.th")
    message(person, "queued", tries=1)
    assert progress(at=clock.now()) == Progress(again=1)
    assert "Refresh" not in enter("administrator").get(URL)


def test_when_nothing_leaves_the_page_asks_for_the_worker(story):
    [person] = people("a@example.go.th")
    message(person, "queued", moved_at=clock.now() - timedelta(minutes=11))
    answered = enter("administrator").get(URL)
    assert "Refresh" not in answered
    assert "wian worker" in answered.content.decode()


def test_when_all_have_left_the_page_rests(story):
    [person] = people("a@example.go.th")
    message(person, "delivered")
    assert progress(at=clock.now()) == Progress()
    assert "Refresh" not in enter("administrator").get(URL)


def test_a_message_shows_the_words_that_were_sent(story):
    [person] = people("a@example.go.th")
    sent = message(person, "delivered", subject="เรื่องที่ส่ง", body="เนื้อความ", tries=1)
    page = enter("administrator").get(reverse("outbox:message", args=[sent.pk])).content.decode()
    assert "เรื่องที่ส่ง" in page
    assert "เนื้อความ" in page


def test_a_message_that_was_never_tried_shows_the_words_it_would_have(story):
    [person] = people("")
    one = notice(person, unit=FULL, state="held")
    page = enter("administrator").get(reverse("outbox:message", args=[one.message.pk])).content.decode()
    assert "กองแผนที่ is called" in page
    assert FULL in page


def test_the_list_asks_no_more_with_more_messages(story, asks_no_more_with_more_rows):
    def add(count: int) -> None:
        for person in people(*(f"p{n}@example.go.th" for n in range(count))):
            notice(person, unit=FULL, state="held")

    asks_no_more_with_more_rows(enter("administrator"), URL, add)
    assert Notice.objects.exists()


def test_outsiders_get_404(story):
    [person] = people("a@example.go.th")
    one = reverse("outbox:message", args=[message(person).pk])
    for who in ("owner", "auditor", "executive", "preparer"):
        assert enter(who).get(URL).status_code == 404, who
        assert enter(who).get(one).status_code == 404, who
