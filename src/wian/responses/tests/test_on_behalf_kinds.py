"""Projects, a text, a tap: what a unit told for each kind of ask, as it told it."""

import pytest
from conftest import TOLD

from wian.asks.commands.close import close
from wian.asks.commands.exempt import exempt
from wian.asks.models import Ask
from wian.responses.commands.save_draft import Typed, save_draft
from wian.responses.commands.sign_off import sign_off
from wian.responses.models import Proposal, Response
from wian.responses.queries.drafts import TEXT
from wian.responses.tests.told import HOW, TYPED, kinds_on, page_of, prefix_of
from wian.responses.tests.unit import ask_too, browser, form, owed_by


def post(unit, **typed):
    url, _, management = page_of(unit)
    return browser("owner").post(url, form(**management, **HOW, **typed))


def test_projects_by_their_short_form(untouched):
    owed = owed_by(untouched.name, Ask.Kind.PROPOSE)
    prefix = prefix_of(owed)
    first = {
        f"{prefix}-0-title": "โครงการทางโทรศัพท์",
        f"{prefix}-0-money": "extra",
        f"{prefix}-0-satang": "1,500",
    }
    assert post(untouched, **first, **{f"{prefix}-1-title": "อีกโครงการ"}).status_code == 302
    stored = Proposal.objects.filter(response=owed.pk)
    assert [(project.title, project.satang) for project in stored] == [
        ("โครงการทางโทรศัพท์", 150000),
        ("อีกโครงการ", None),
    ]
    assert owed_by(untouched.name, Ask.Kind.PROPOSE).sent == 2


def test_a_project_without_a_title_is_said_and_kept(untouched):
    prefix = prefix_of(owed_by(untouched.name, Ask.Kind.PROPOSE))
    page = post(untouched, **{f"{prefix}-0-responsible": "คุณรุจิรา"})
    assert (page.status_code, 'value="คุณรุจิรา"' in page.content.decode()) == (200, True)
    assert owed_by(untouched.name, Ask.Kind.PROPOSE).taken == 0


def test_dates_that_cannot_be_are_refused_by_name(untouched):
    prefix = prefix_of(owed_by(untouched.name, Ask.Kind.PROPOSE))
    dates = {f"{prefix}-0-starts_on": "1/12/2569", f"{prefix}-0-ends_on": "1/11/2569"}
    page = post(untouched, **{f"{prefix}-0-title": "ย้อนเวลา"}, **dates)
    assert (page.status_code, "ends-before-start" in page.content.decode()) == (409, True)


@pytest.mark.parametrize("kind", [Ask.Kind.REPORT, Ask.Kind.ATTEND, Ask.Kind.OTHER])
def test_a_text(untouched, kind):
    owed = ask_too(untouched.name, kind)
    assert post(untouched, **{f"{prefix_of(owed)}-text": "ส่งผู้แทน ๒ คน"}).status_code == 302
    owed = owed_by(untouched.name, kind)
    assert (owed.state, owed.sent, owed.on_behalf) == ("submitted", 1, True)
    assert Response.objects.get(pk=owed.pk).text == "ส่งผู้แทน ๒ คน"


def test_the_text_that_the_unit_has_typed_stands_there_to_be_completed(untouched):
    owed = ask_too(untouched.name, Ask.Kind.REPORT)
    save_draft(owed, TEXT, {TEXT: Typed("ร่างของหน่วยงาน", 0)}, by=untouched.preparer, at=TOLD)
    url, _, management = page_of(untouched)
    assert browser("owner").get(url).content.decode().count("ร่างของหน่วยงาน") == 1
    typed = {f"{prefix_of(owed)}-text": "ร่างของหน่วยงาน และที่แจ้งเพิ่ม"}
    assert browser("owner").post(url, form(**management, **HOW, **typed)).status_code == 302
    assert Response.objects.get(pk=owed.pk).text == "ร่างของหน่วยงาน และที่แจ้งเพิ่ม"


def test_that_the_unit_takes_note(untouched):
    owed = ask_too(untouched.name, Ask.Kind.ACKNOWLEDGE)
    assert post(untouched, **{f"{prefix_of(owed)}-noted": "on"}).status_code == 302
    owed = owed_by(untouched.name, Ask.Kind.ACKNOWLEDGE)
    assert (owed.state, owed.on_behalf) == ("accepted", True)


def test_that_there_is_nothing_for_one_ask_and_something_for_another(untouched):
    report = ask_too(untouched.name, Ask.Kind.REPORT)
    nothing = {f"{prefix_of(untouched.places)}-nothing": "ไม่มีผู้ที่เข้าเกณฑ์"}
    assert post(untouched, **nothing, **{f"{prefix_of(report)}-text": "ทำแล้ว"}).status_code == 302
    assert (untouched.places.nil, owed_by(untouched.name, Ask.Kind.REPORT).sent) == (True, 1)
    assert owed_by(untouched.name, Ask.Kind.PROPOSE).state == "pending", "what was not told stays open"


def test_there_is_no_saying_nothing_where_something_is_in_or_where_one_only_takes_note(unit):
    note = ask_too(unit.name, Ask.Kind.ACKNOWLEDGE)
    report = ask_too(unit.name, Ask.Kind.REPORT)
    page = browser("owner").get(page_of(unit)[0]).content.decode()
    assert f'name="{prefix_of(report)}-nothing"' in page
    for owed in (note, unit.places):
        assert f'name="{prefix_of(owed)}-nothing"' not in page


def test_closed_exempt_and_done_asks_are_left_out(untouched, owner):
    report, attend = (ask_too(untouched.name, kind) for kind in (Ask.Kind.REPORT, Ask.Kind.ATTEND))
    close(attend.ask, by=owner, at=TOLD)
    exempt(untouched.places, reason="ไม่มี", by=owner, at=TOLD)
    save_draft(report, TEXT, {TEXT: Typed("ทำแล้ว", 0)}, by=untouched.preparer, at=TOLD)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    assert kinds_on(browser("owner").get(page_of(untouched)[0])) == ["propose"]


def test_what_was_typed_for_an_ask_that_was_closed_meanwhile_comes_back(untouched, owner):
    report = ask_too(untouched.name, Ask.Kind.REPORT)
    url, _, management = page_of(untouched)
    close(report.ask, by=owner, at=TOLD)
    typed = form(**management, **HOW, **{f"{prefix_of(report)}-text": "พิมพ์ไว้ยาวมาก"})
    page = browser("owner").post(url, typed)
    assert (page.status_code, "ask-closed" in page.content.decode()) == (409, True)
    assert "พิมพ์ไว้ยาวมาก" in page.content.decode()


def test_what_the_unit_has_ready_for_another_ask_is_shown_and_sent_as_well(unit):
    project = owed_by(unit.name, Ask.Kind.PROPOSE)
    page = browser("owner").get(page_of(unit)[0]).content.decode()
    assert str(Proposal.objects.filter(response=project.pk)[0]) in page
    row = {f"{prefix_of(unit.places)}-0-{name}": text for name, text in TYPED.items()}
    assert post(unit, **row).status_code == 302
    assert owed_by(unit.name, Ask.Kind.PROPOSE).state == "submitted"
