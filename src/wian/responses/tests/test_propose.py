from datetime import date, timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.models import Obligation
from wian.asks.refusals import AnswerClosed
from wian.initiatives.models import Initiative, Issue, Pillar
from wian.ledger.models import Entry
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.sign_off import sign_off
from wian.responses.models import Proposal
from wian.responses.refusals import EndsBeforeStart, LongerThanAYear
from wian.responses.rules import missing_of
from wian.responses.tests.unit import browser, form, owed_by

TITLE = "ศูนย์บริการจุดเดียวเบ็ดเสร็จ"


@pytest.fixture
def projects(untouched) -> Obligation:
    """What a unit that has done nothing yet owes in projects: one at least."""
    return owed_by(untouched.name, "propose")


@pytest.fixture
def add(untouched, projects):
    def one(title: str = TITLE, **rest) -> Proposal:
        return propose(projects, Project(title=title, **rest), by=untouched.preparer, at=TOLD)

    return one


def now(owed: Obligation) -> Obligation:
    return Obligation.objects.get(pk=owed.pk)


def test_a_title_is_enough_and_the_letter_is_received_by_it(untouched, projects, add):
    add()
    assert (now(projects).taken, now(projects).state, untouched.recipient.received_at) == (1, "draft", TOLD)


def test_what_is_missing_is_told(add):
    project = add(horizon="short", money="extra", starts_on=date(2027, 1, 1))
    assert list(map(str, missing_of(project, has_framework=True))) == [
        "ประเด็นของกรอบแนวทาง",
        "วันเริ่มต้นและสิ้นสุด",
        "ผลที่เห็นได้ภายใน ๑ ปี",
        "จำนวนเงิน (บาท)",
        "ผู้รับผิดชอบ",
        "โทรศัพท์",
    ]


def test_more_than_the_minimum_is_welcome(projects, add):
    for number in range(4):
        add(f"โครงการที่ {number}")
    assert now(projects).taken == 4


def test_it_is_in_the_ledger_without_its_words(projects, add):
    add()
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, entry.about) == ("responses.proposed", f"asks.obligation:{projects.pk}")
    assert TITLE not in entry.payload


def test_money_that_is_not_asked_for_has_no_amount(add):
    assert add(money="regular", satang=100).satang is None
    assert add(money="extra", satang=100).satang == 100


def test_it_does_not_end_before_it_begins(projects, add):
    with pytest.raises(EndsBeforeStart):
        add(starts_on=date(2027, 2, 1), ends_on=date(2027, 1, 31))
    assert now(projects).taken == 0


@pytest.mark.parametrize("start", [date(2027, 1, 15), None])
def test_a_short_one_ends_within_twelve_months(projects, add, start):
    year_later = (start or date(2026, 11, 20)).replace(year=2028 if start else 2027)
    with pytest.raises(LongerThanAYear):
        add(horizon="short", starts_on=start, ends_on=year_later + timedelta(days=1))
    assert now(projects).taken == 0
    add(horizon="short", starts_on=start, ends_on=year_later)
    add(horizon="long", starts_on=start, ends_on=year_later + timedelta(days=1))


def test_naming_a_project_undoes_that_there_is_nothing(untouched, projects, add):
    respond_nil(projects, reason="ไม่มีงานบริการ", by=untouched.preparer, at=TOLD)
    add()
    assert now(projects).nil is False


def test_more_may_follow_what_was_sent_but_not_what_was_accepted(untouched, projects, add):
    add()
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    add("โครงการที่สอง")
    assert (now(projects).sent, now(projects).taken) == (1, 2)
    Obligation.objects.filter(pk=projects.pk).update(state="accepted")
    with pytest.raises(AnswerClosed):
        add("โครงการที่สาม")


def post(who, owed, **typed):
    return browser(who).post(reverse("responses:propose", args=[owed.pk]), form(**typed))


def issue() -> Issue:
    return Issue.objects.order_by("pillar__order", "order")[0]


def test_on_the_page_everything_typed_is_kept_and_one_comes_back_to_the_same_card(untouched, projects):
    typed = {
        "title": TITLE,
        "issue": str(issue().pk),
        "horizon": "short",
        "starts_on": "1 ธ.ค. 2569",
        "ends_on": "๓๐/๙/๒๕๗๐",
        "visible_result": "ประชาชนยื่นเรื่องที่จุดเดียว",
        "money": "extra",
        "satang": "๑,๒๐๐,๐๐๐",
        "responsible": "นางสาวรุจิรา ตั้งมั่น",
        "phone": "0812345678",
        "benefits": "ลดเวลา",
    }
    done = post("receiver", projects, **typed)
    card = f"{reverse('responses:answer', args=[untouched.recipient.pk])}#ask-{projects.pk}"
    assert (done.status_code, done.url) == (302, card)
    project = Proposal.objects.get(response=projects.pk)
    assert (project.issue, project.starts_on, project.ends_on, project.satang, project.phone, project.benefits) == (
        issue(), date(2026, 12, 1), date(2027, 9, 30), 120_000_000, "08 1234 5678", "ลดเวลา",
    )  # fmt: skip
    assert list(missing_of(project, has_framework=True)) == []


@pytest.mark.parametrize(
    ("typed", "satang"),
    [
        ("1,200,000", 120_000_000),
        ("๑,๒๐๐,๐๐๐", 120_000_000),
        ("1200000.50", 120_000_050),
        ("1,234.5 บาท", 123_450),
        ("฿ 80", 8_000),
        ("", None),
    ],
)
def test_money_is_typed_in_baht(projects, typed, satang):
    assert post("receiver", projects, title=TITLE, money="extra", satang=typed).status_code == 302
    assert Proposal.objects.get(response=projects.pk).satang == satang


@pytest.mark.parametrize("typed", ["1.2 ล้าน", "12,00", "1.234", "-5", "1,2345", "9" * 13, "ไม่ทราบ"])
def test_what_is_no_amount_is_refused_with_all_that_was_typed(projects, typed):
    refused = post("receiver", projects, title=TITLE, money="extra", satang=typed, place="ชั้น ๑ อาคารกลาง")
    page = refused.content.decode()
    assert refused.status_code == 422
    assert all(words in page for words in (typed, TITLE, "ชั้น ๑ อาคารกลาง", "กรุณาระบุเป็นบาท"))
    assert now(projects).taken == 0


def test_a_project_without_a_title_is_none(projects):
    assert post("receiver", projects, responsible="นางสาวรุจิรา").status_code == 422
    assert now(projects).taken == 0


def test_a_refusal_stands_beside_the_date_and_keeps_what_was_typed(projects):
    refused = post(
        "receiver", projects, title=TITLE, horizon="short", starts_on="1/1/2570", ends_on="2/1/2571"
    )
    page = refused.content.decode()
    assert (refused.status_code, "longer-than-a-year" in page, TITLE in page) == (409, True, True)
    assert "ends_on" in refused.context["typed"].errors


def test_an_issue_of_another_framework_is_not_taken(projects, story):
    owner = Initiative.objects.get(pk=story.circular.initiative_id).owner
    other = Initiative.objects.create(title="เรื่องอื่น", owner=owner, started_at=TOLD)
    strange = Pillar.objects.create(initiative=other, order=1, title="อื่น").issues.create(order=1, title="อื่น")
    assert post("receiver", projects, title=TITLE, issue=str(strange.pk)).status_code == 422


def test_without_a_framework_nobody_asks_for_an_issue(untouched, projects, add, story):
    client, url = browser("receiver"), reverse("responses:answer", args=[untouched.recipient.pk])
    add()
    page = client.get(url).content.decode()
    assert ('name="issue"' in page, "<optgroup" in page, "ยังขาด: ประเด็น" in page) == (True, True, True)
    rest = Initiative.objects.create(title="-", owner=story.circular.initiative.owner, started_at=TOLD)
    Pillar.objects.filter(initiative=story.circular.initiative).update(initiative=rest)
    page = client.get(url).content.decode()
    assert ('name="issue"' in page, "ยังขาด: ประเด็น" in page, "ยังขาด: ระยะ" in page) == (False, False, True)


def test_the_same_form_posted_twice_proposes_once(projects):
    client, typed = browser("receiver"), form(title=TITLE)
    url = reverse("responses:propose", args=[projects.pk])
    assert [client.post(url, typed).status_code for _ in range(2)] == [302, 302]
    assert now(projects).taken == 1


def test_an_ask_for_names_takes_no_projects(untouched):
    assert post("receiver", untouched.places, title=TITLE).status_code == 404


def test_outsiders_get_404(projects):
    for who in ("outsider", "preparer", "owner", "executive", "auditor"):
        assert post(who, projects, title=TITLE).status_code == 404, who
    assert now(projects).taken == 0


def test_the_owner_does_not_add_by_opening(projects, add, untouched, owner):
    """Adding goes on after the owner has looked."""
    add()
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    open_answer(now(projects), by=owner, at=TOLD)
    add("โครงการที่สอง")
    assert now(projects).taken == 2
