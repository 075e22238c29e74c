import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.accounts.tests.support import enter_as
from wian.directory.models import PostRole, Role
from wian.kit import clock
from wian.ledger.models import Entry
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.sign_off import sign_off, sign_on_paper
from wian.responses.commands.submit import digest_of
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Signature, Submission
from wian.responses.refusals import DateAhead, DateTooEarly, NothingToSign, NotTheHead
from wian.responses.tests.unit import browser, form, owed_by, places_of, recipient_of, seen_on


def test_the_head_signs_and_the_answer_is_sent(unit):
    submission = sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert (unit.state, unit.places.late, submission.number, submission.at) == ("submitted", False, 1, TOLD)
    signature = submission.signature
    assert (signature.way, signature.name, signature.capacity, signature.on) == (
        "screen",
        unit.head.name,
        unit.head.title,
        clock.day_of(TOLD),
    )


def test_what_was_sent_is_kept_for_ever(unit):
    submission = sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert submission.sha256 == sha256(submission.content.encode()).hexdigest()
    propose, nominate = json.loads(submission.content)["asks"]
    assert [name["given_name"] for name in nominate["names"]] == ["ภูริเดช"]
    assert [project["title"] for project in propose["projects"]] == [
        "โครงการรับชำระค่าธรรมเนียมด้วยคิวอาร์โค้ดทุกจุดบริการ"
    ]


def test_the_ledger_holds_numbers_and_codes_and_the_office_in_which_it_was_signed(unit):
    submission = sign_off(unit.recipient, by=unit.head, at=TOLD)
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, entry.office) == ("responses.submitted", unit.head.office)
    assert json.loads(entry.payload) == {
        "schema": 1,
        "recipient": unit.recipient.pk,
        "submission": submission.pk,
        "number": 1,
        "sha256": submission.sha256,
        "way": "screen",
        "late": False,
    }


def test_what_was_typed_from_paper_stays_out_of_the_ledger(unit):
    before = Entry.objects.count()
    typed = {"name": "นางอรพรรณ จิตรประสงค์", "capacity": "ผู้อำนวยการ โทร. 08 1234 5678"}
    sign_on_paper(unit.recipient, **typed, on=clock.day_of(TOLD), by=unit.preparer, at=TOLD)
    [entry] = Entry.objects.filter(seq__gt=before)
    written = f"{entry.payload} {entry.office} {entry.about} {entry.because}"
    assert not [word for word in ("อรพรรณ", "1234", "โทร.") if word in written]


def test_signed_after_the_due_date_it_is_late_and_not_refused(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD + timedelta(days=2))
    assert (unit.state, unit.places.late) == ("submitted", True)


def test_on_the_due_date_before_midnight_it_is_on_time(unit):
    sign_off(unit.recipient, by=unit.head, at=unit.places.due_at)
    assert unit.places.late is False


def test_one_letter_is_signed_once(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    with pytest.raises(NothingToSign):
        sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert Submission.objects.filter(recipient=unit.recipient).count() == 1


def test_nothing_is_sent_when_there_is_nothing_to_send(untouched):
    with pytest.raises(NothingToSign):
        sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    assert (untouched.state, Submission.objects.filter(recipient=untouched.recipient).count()) == (
        "pending",
        0,
    )


def test_who_prepares_does_not_sign(unit):
    with pytest.raises(NotTheHead):
        sign_off(unit.recipient, by=unit.preparer, at=TOLD)


def test_another_units_head_does_not_sign(unit, untouched):
    with pytest.raises(NotTheHead):
        sign_off(unit.recipient, by=untouched.head, at=TOLD)


def test_who_acts_for_the_head_signs_as_such(unit, story):
    submission = sign_off(unit.recipient, by=story.cast.parts["acting"], at=TOLD)
    assert submission.signature.capacity == "รักษาราชการแทนผู้อำนวยการกองการคลังและพัสดุ"


def test_in_a_unit_of_one_person_one_button_does_it(story):
    alone = "ศูนย์ประสานงานข่าว"
    capacity = story.cast.heads[alone].key
    client, recipient = browser("sole"), recipient_of(alone)
    seen = seen_on(client.get(reverse("responses:answer", args=[recipient.pk])))
    url = reverse("responses:sign_off", args=[recipient.pk])
    assert client.post(url, form(capacity=capacity, seen=seen)).status_code == 302
    assert Signature.objects.get(submission__recipient=recipient_of(alone)).way == "sole"


def test_the_head_signs_on_screen_what_was_presented(unit):
    present(unit.recipient, by=unit.preparer, at=TOLD)
    client, url = browser("finance_head"), reverse("responses:sign_off", args=[unit.recipient.pk])
    page = client.get(url)
    assert "ภูริเดช คำแสน" in page.content.decode()
    assert client.post(url, form(capacity=unit.head.key, seen=seen_on(page))).status_code == 302
    assert unit.state == "submitted"


def test_the_deputy_chooses_the_capacity_and_only_one_that_may(unit, story):
    client, url = browser("deputy"), reverse("responses:sign_off", args=[unit.recipient.pk])
    own, acting = story.cast.parts["deputy"].key, story.cast.parts["acting"].key
    seen = seen_on(client.get(url))
    assert client.post(url, form(capacity=own, seen=seen)).status_code == 200
    assert unit.state == "draft"
    assert client.post(url, form(capacity=acting, seen=seen)).status_code == 302
    assert unit.state == "submitted"


def test_on_paper_with_who_in_what_capacity_and_when(unit):
    day = clock.day_of(TOLD) - timedelta(days=1)
    submission = sign_on_paper(
        unit.recipient, name="นางอรพรรณ จิตรประสงค์", capacity="ผู้อำนวยการ", on=day, by=unit.preparer, at=TOLD
    )
    assert (submission.signature.way, submission.signature.on, unit.state) == ("paper", day, "submitted")


def test_on_paper_not_on_a_day_to_come(unit):
    with pytest.raises(DateAhead):
        sign_on_paper(
            unit.recipient,
            name="ก",
            capacity="ข",
            on=clock.day_of(TOLD) + timedelta(days=1),
            by=unit.preparer,
            at=TOLD,
        )
    assert unit.state == "draft"


def test_on_paper_on_the_page_keeps_what_was_typed(unit):
    url = reverse("responses:sign_on_paper", args=[unit.recipient.pk])
    typed = {"name": "นางอรพรรณ จิตรประสงค์", "capacity": "ผู้อำนวยการกอง", "on": "๓๑ ก.พ. ๒๕๖๙"}
    client = browser("preparer")
    typed["seen"] = seen_on(client.get(url))
    refused = client.post(url, form(**typed))
    assert all(word in refused.content.decode() for word in typed.values())
    assert client.post(url, form(**typed | {"on": "19/11/2569"})).status_code == 302
    assert unit.state == "submitted"


def test_on_paper_not_before_the_letter(unit):
    day = unit.recipient.circular.letter.date
    for early in (day - timedelta(days=1), date.min):
        with pytest.raises(DateTooEarly):
            sign_on_paper(unit.recipient, name="ก", capacity="ข", on=early, by=unit.preparer, at=TOLD)
    assert unit.state == "draft"
    sign_on_paper(unit.recipient, name="ก", capacity="ข", on=day, by=unit.preparer, at=TOLD)


def test_the_year_1_on_the_page_is_a_refusal_like_any_other(unit):
    client, url = browser("preparer"), reverse("responses:sign_on_paper", args=[unit.recipient.pk])
    refused = client.post(url, form(name="ก", capacity="ข", on="0001-01-01", seen=seen_on(client.get(url))))
    assert (refused.status_code, "date-too-early" in refused.content.decode()) == (409, True)


@pytest.fixture
def swap(unit) -> Callable[[], None]:
    """One name goes and another comes, while somebody looks at the page."""

    def go() -> None:
        withdraw(unit.first, by=unit.preparer, at=TOLD)
        unit.add("จิราพร", "คำดี")

    return go


@pytest.mark.parametrize(
    ("name", "who", "typed"),
    [
        ("sign_off", "finance_head", {}),
        ("sign_on_paper", "preparer", {"name": "ก", "capacity": "ข", "on": "19/11/2569"}),
    ],
)
def test_what_is_signed_is_what_was_on_the_screen(unit, swap, name, who, typed):
    client, url = browser(who), reverse(f"responses:{name}", args=[unit.recipient.pk])
    typed = form(**{"capacity": unit.head.key, **typed, "seen": seen_on(client.get(url))})
    swap()
    refused = client.post(url, typed)
    page = refused.content.decode()
    assert (refused.status_code, "answer-changed" in page, "จิราพร คำดี" in page) == (409, True, True)
    assert not Submission.objects.filter(recipient=unit.recipient).exists()
    assert client.post(url, typed | {"seen": seen_on(refused)}).status_code == 302
    assert "จิราพร" in Submission.objects.get(recipient=unit.recipient).content


def test_without_the_digest_nothing_is_signed_on_a_page(unit):
    url = reverse("responses:sign_off", args=[unit.recipient.pk])
    refused = browser("finance_head").post(url, form(capacity=unit.head.key))
    assert (refused.status_code, "answer-changed" in refused.content.decode()) == (409, True)


def test_the_digest_is_what_the_submission_is_known_by(unit):
    seen = digest_of(unit.recipient)
    assert sign_off(unit.recipient, seen=seen, by=unit.head, at=TOLD).sha256 == seen


def test_a_clerk_alone_in_a_unit_does_not_sign(story):
    alone = story.cast.heads["ศูนย์ประสานงานข่าว"]
    PostRole.objects.filter(post=alone.post, role=Role.HEAD).delete()
    recipient = recipient_of(alone.unit_name)
    with pytest.raises(NotTheHead):
        sign_off(recipient, by=replace(alone, roles=alone.roles - {"head"}), at=TOLD)
    url = reverse("responses:sign_off", args=[recipient.pk])
    refused = browser("sole").post(url, form(capacity=alone.key, seen=digest_of(recipient)))
    assert (refused.status_code, "not-the-head" in refused.content.decode()) == (409, True)
    assert places_of(alone.unit_name).state == "draft"


def test_on_the_page_what_is_missing_is_told_and_what_there_is_is_sent(untouched):
    """Two asks on one page, signed once; the other follows, each late or in time by itself."""
    untouched.add()
    client, url = enter_as(untouched.head), reverse("responses:sign_off", args=[untouched.recipient.pk])
    page = client.get(url)
    text = page.content.decode()
    assert all(words in text for words in ("รายชื่อ ๑ คน", "ลงนามและส่งเท่าที่มี แล้วเพิ่มภายหลัง", "ส่งเพิ่มภายหลังได้"))
    client.post(url, form(capacity=untouched.head.key, seen=seen_on(page)))
    projects = owed_by(untouched.name, "propose")
    assert (untouched.state, projects.state) == ("submitted", "pending")

    late = TOLD + timedelta(days=2)
    propose(projects, Project(title="ลดขั้นตอน"), by=untouched.preparer, at=late)
    page = client.get(url)
    assert "ลงนามและส่งเท่าที่มี" not in page.content.decode(), "what is open now is complete"
    sign_off(untouched.recipient, seen=seen_on(page), by=untouched.head, at=late)
    assert (untouched.places.late, owed_by(untouched.name, "propose").late) == (False, True)
    assert Submission.objects.filter(recipient=untouched.recipient).count() == 2


def test_with_nothing_to_sign_the_page_leads_back(untouched):
    url = reverse("responses:sign_off", args=[untouched.recipient.pk])
    page = reverse("responses:answer", args=[untouched.recipient.pk])
    answered = enter_as(untouched.head).get(url)
    assert (answered.status_code, answered.url) == (302, page)


def test_outsiders_get_404(unit):
    for name in ("sign_off", "sign_on_paper"):
        url = reverse(f"responses:{name}", args=[unit.recipient.pk])
        for who in ("outsider", "owner", "executive", "head"):
            assert browser(who).post(url, form()).status_code == 404, (name, who)


def test_an_office_without_the_role_of_head_never_signs_however_it_is_called(unit):
    pretender = replace(unit.preparer, title=unit.head.title)
    with pytest.raises(NotTheHead):
        sign_off(unit.recipient, by=pretender, at=TOLD)
    assert places_of(unit.name).state == "draft"
