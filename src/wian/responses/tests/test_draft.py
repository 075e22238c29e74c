"""What is typed is kept: shared in the unit, complete or not, and never overwritten unseen. In the browser: tests/journeys/test_drafts.py."""

import re

import pytest
from conftest import TOLD
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from wian.accounts.tests.support import enter_as
from wian.asks.commands.close import close
from wian.asks.models import Obligation
from wian.kit.posting import KEPT
from wian.ledger.models import Entry
from wian.responses.commands.nominate import Name, nominate, nominate_all
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.save_draft import LONGEST, Typed, save_draft
from wian.responses.commands.sign_off import sign_off
from wian.responses.drafting import choice_of
from wian.responses.models import Draft, Response
from wian.responses.tests.unit import ask_too, browser, form, owed_by

JSON = {"accept": "application/json"}


@pytest.fixture
def clerk(story):
    return story.cast.parts["clerk"]


def url_of(owed: Obligation, name: str = "name") -> str:
    return reverse("responses:draft", args=[owed.pk, name])


def type_in(by, owed: Obligation, name: str = "name", over: int = 0, **texts: str):
    typed = {field: Typed(text, over) for field, text in texts.items()}
    return save_draft(owed, name, typed, by=by, at=TOLD)


def drafted(owed: Obligation, name: str = "name") -> dict[str, str]:
    rows = Draft.objects.filter(obligation=owed, form=name, standing=True)
    return {row.field: row.text for row in rows}


def answer_page(unit, who: str) -> str:
    page = browser(who).get(reverse("responses:answer", args=[unit.recipient.pk]))
    return page.content.decode()


def form_on(page: str, url: str) -> dict[str, str]:
    """The fields of the form with those drafts, as a browser without the script would post them."""
    one = next(one for one in re.findall(r"(?s)<form.*?</form>", page) if url in one)
    inputs = re.findall(r'<input(?! type="checkbox)[^>]*?name="([^"]+)"(?:[^>]*?value="([^"]*)")?', one)
    areas = re.findall(r'(?s)<textarea name="([^"]+)"[^>]*>\s*(.*?)</textarea>', one)
    return dict([*inputs, *areas])


def test_it_takes_no_place_and_is_in_no_ledger(unit):
    before = Entry.objects.count()
    type_in(unit.preparer, unit.places, given_name="จิราพร")
    assert (drafted(unit.places), unit.places.taken) == ({"given_name": "จิราพร"}, 1)
    assert Entry.objects.count() == before


def test_a_colleague_sees_it_and_when_and_by_whom_it_was_saved(unit):
    type_in(unit.preparer, unit.places, given_name="จิราพร")
    page = answer_page(unit, "clerk")
    assert form_on(page, url_of(unit.places))["given_name"] == "จิราพร"
    assert f"บันทึกแล้ว ๑๐.๐๐ น. โดย {unit.preparer.name}" in page
    assert "บันทึกแล้ว ๑๐.๐๐ น.<" in answer_page(unit, "preparer")


def test_another_unit_does_not(unit):
    type_in(unit.preparer, unit.places, given_name="จิราพร")
    for who in ("outsider", "owner", "auditor"):
        assert browser(who).get(url_of(unit.places), headers=JSON).status_code == 404, who


def test_two_people_in_one_field_see_both_texts(unit, clerk):
    type_in(unit.preparer, unit.places, given_name="จิราพร")
    saved = type_in(clerk, unit.places, given_name="จีรพร", post="นิติกร")
    assert (saved.conflicts["given_name"].text, saved.drafts["post"].text) == ("จิราพร", "นิติกร")
    assert drafted(unit.places) == {"given_name": "จิราพร", "post": "นิติกร"}
    type_in(clerk, unit.places, over=1, given_name="จีรพร")
    assert drafted(unit.places)["given_name"] == "จีรพร"


def test_what_is_added_is_no_draft_any_more(unit):
    type_in(unit.preparer, unit.places, given_name="จิราพร", family_name="คำดี", phone="08")
    unit.add("จิราพร", "คำดี")
    assert drafted(unit.places) == {}


def test_nor_is_what_the_same_person_had_drafted_of_it_before(unit):
    type_in(unit.preparer, unit.places, given_name="จิรา")
    unit.add("จิราพร", "คำดี")
    assert drafted(unit.places) == {}


def test_a_save_that_comes_late_brings_nothing_back(unit):
    type_in(unit.preparer, unit.places, family_name="คำดี")
    unit.add("จิราพร", "คำดี")
    type_in(unit.preparer, unit.places, over=0, family_name="คำดี")
    assert drafted(unit.places) == {}


def test_the_next_person_may_have_the_same_post(untouched):
    type_in(untouched.preparer, untouched.places, post="นิติกรปฏิบัติการ")
    untouched.add()
    client, url = enter_as(untouched.preparer), url_of(untouched.places)
    page = client.get(reverse("responses:answer", args=[untouched.recipient.pk])).content.decode()
    client.post(url, form_on(page, url) | {"post": "นิติกรปฏิบัติการ"})
    assert drafted(untouched.places) == {"post": "นิติกรปฏิบัติการ"}


def test_a_colleague_who_is_typing_somebody_else_keeps_the_draft(unit, clerk):
    type_in(clerk, unit.places, given_name="ปวริศ", family_name="ศรีสมบูรณ์")
    unit.add("จิราพร", "คำดี")
    assert drafted(unit.places) == {"given_name": "ปวริศ", "family_name": "ศรีสมบูรณ์"}
    projects = owed_by(unit.name, "propose")
    type_in(clerk, projects, "project", title="นัดหมายจุดเดียว")
    propose(projects, Project(title="ลดขั้นตอน"), by=unit.preparer, at=TOLD)
    assert drafted(projects, "project") == {"title": "นัดหมายจุดเดียว"}


def test_so_does_whoever_pastes_a_list_meanwhile(unit):
    type_in(unit.preparer, unit.places, given_name="ปวริศ")
    name = Name(given_name="จิราพร", family_name="คำดี", post="นิติกร", phone="0811112222")
    nominate_all(unit.places, [name], by=unit.preparer, at=TOLD)
    assert drafted(unit.places) == {"given_name": "ปวริศ"}


def test_what_the_owner_adds_touches_no_draft(unit, owner):
    type_in(unit.preparer, unit.places, given_name="จิราพร")
    name = Name(given_name="จิราพร", family_name="คำดี", post="นิติกร", phone="0811112222")
    nominate(unit.places, name, by=owner, at=TOLD)
    assert drafted(unit.places) == {"given_name": "จิราพร"}


def test_a_text_is_the_answer_itself(unit):
    report = ask_too(unit.name, "report")
    type_in(unit.preparer, report, "text", text="ยกเลิกการเรียกสำเนาแล้ว")
    assert Response.objects.get(pk=report.pk).text == "ยกเลิกการเรียกสำเนาแล้ว"
    type_in(unit.preparer, report, "text", over=1, text=" ")
    assert Obligation.objects.get(pk=report.pk).taken == 0


def test_saving_what_stands_already_takes_nothing_back_from_the_head(unit):
    report = ask_too(unit.name, "report")
    type_in(unit.preparer, report, "text", text="ยกเลิกแล้ว")
    present(unit.recipient, by=unit.preparer, at=TOLD)
    type_in(unit.preparer, report, "text", text="ยกเลิกแล้ว")
    assert Obligation.objects.get(pk=report.pk).state == "awaiting_signature"


def test_all_drafts_of_a_page_are_read_at_once(unit):
    ask_too(unit.name, "report")
    with CaptureQueriesContext(connection) as asked:
        answer_page(unit, "preparer")
    assert sum('FROM "responses_draft"' in query["sql"] for query in asked.captured_queries) == 1


# As the script asks


def save(who: str, owed: Obligation, name: str = "name", **posted: str):
    return browser(who).post(url_of(owed, name), posted, headers=JSON)


def test_the_script_is_told_how_the_drafts_stand(unit):
    said = save("preparer", unit.places, **{"given_name": "จิราพร", "version-given_name": "0"}).json()
    assert said["saved"] == "บันทึกแล้ว ๑๐.๐๐ น."
    assert said["drafts"]["given_name"]["version"] == 1
    said = save("clerk", unit.places, **{"given_name": "จีรพร", "version-given_name": "0"}).json()
    other = said["drafts"]["given_name"]
    assert (other["text"], other["who"]) == ("จิราพร", f"{unit.preparer.name} {unit.preparer.title}")
    said = save("clerk", unit.places, **{"given_name": "จีรพร", "version-given_name": "1"}).json()
    assert (said["drafts"]["given_name"]["text"], said["drafts"]["given_name"]["version"]) == ("จีรพร", 2)
    assert browser("preparer").get(url_of(unit.places), headers=JSON).json()["drafts"] == said["drafts"]


def test_incomplete_and_wrong_fields_are_saved_and_unknown_ones_are_not(unit):
    save("preparer", unit.places, phone="โทร", email="x", state="accepted", **{"version-phone": "๙" * 5000})
    assert drafted(unit.places) == {"phone": "โทร", "email": "x"}


def test_a_script_whose_session_has_ended_is_told_and_led_nowhere(unit):
    answered = Client().post(url_of(unit.places), {"given_name": "จิราพร"}, headers=JSON)
    assert (answered.status_code, answered.content) == (401, b"")
    assert drafted(unit.places) == {}


def test_a_text_that_was_sent_stands_and_the_script_is_told(unit):
    report = ask_too(unit.name, "report")
    type_in(unit.preparer, report, "text", text="ยกเลิกแล้ว")
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    answered = save("preparer", report, "text", text="แก้ทีหลัง", **{"version-text": "1"})
    assert (answered.status_code, drafted(report, "text")) == (409, {"text": "ยกเลิกแล้ว"})
    assert unit.name in answered.json()["refused"]


def test_so_is_whoever_types_after_the_ask_was_closed_or_too_much(unit, owner):
    report = ask_too(unit.name, "report")
    too_long = save("preparer", report, "text", text="ก" * (LONGEST + 1))
    assert (too_long.status_code, "แนบเป็นไฟล์" in too_long.json()["refused"]) == (409, True)
    close(report.ask, by=owner, at=TOLD)
    assert save("preparer", report, "text", text="ช้าไป").status_code == 409
    assert drafted(report, "text") == {}


def test_only_the_forms_that_an_ask_has(unit):
    projects, report = owed_by(unit.name, "propose"), ask_too(unit.name, "report")
    acknowledge = ask_too(unit.name, "acknowledge")
    project = propose(projects, Project(title="ลดขั้นตอน"), by=unit.preparer, at=TOLD)
    here = [
        (projects, "project"),
        (projects, f"project-{project.pk}"),
        (report, "text"),
        (unit.places, "name"),
    ]
    assert {save("preparer", owed, name).status_code for owed, name in here} == {200}
    nowhere = [
        (unit.places, "project"), (unit.places, "text"), (projects, "name"), (projects, "project-0"),
        (projects, "project-"), (report, "name"), (report, f"project-{project.pk}"), (acknowledge, "text"),
    ]  # fmt: skip
    assert {save("preparer", owed, name).status_code for owed, name in nowhere} == {404}


# Without the script


def test_the_button_saves_and_leads_back(unit):
    client, url = browser("preparer"), url_of(unit.places)
    typed = form_on(answer_page(unit, "preparer"), url) | {"given_name": "จิราพร", "reason": "ก\r\nข"}
    answered = client.post(url, typed, follow=True)
    assert "บันทึกแล้ว ๑๐.๐๐ น." in answered.content.decode()
    assert drafted(unit.places) == {"given_name": "จิราพร", "reason": "ก\nข"}, "untouched fields are no drafts"
    assert client.get(url).url.startswith(reverse("responses:answer", args=[unit.recipient.pk]))


def test_both_texts_stand_on_one_page_and_saving_again_is_knowing(unit, clerk):
    url, client = url_of(unit.places), browser("preparer")
    typed = form_on(answer_page(unit, "preparer"), url) | {"given_name": "จิราพร", "post": "นิติกร"}
    type_in(clerk, unit.places, given_name="จีรพร", post="นักวิชาการ", phone="02")
    answered = client.post(url, typed)
    page = answered.content.decode()
    assert answered.status_code == 409
    assert all(text in page for text in ("จิราพร", "จีรพร", "นิติกร", "นักวิชาการ", clerk.name))
    assert drafted(unit.places) == {"given_name": "จีรพร", "post": "นักวิชาการ", "phone": "02"}
    again = form_on(page, "version-given_name") | {choice_of("post"): "on"}
    assert client.post(url, again).status_code == 302
    assert drafted(unit.places) == {"given_name": "จิราพร", "post": "นักวิชาการ", "phone": "02"}


def test_a_kept_form_is_shown_and_saves_only_when_its_button_is_pressed(unit, clerk):
    url, client = url_of(unit.places), browser("preparer")
    typed = form_on(answer_page(unit, "preparer"), url) | {"given_name": "จิราพร"}
    type_in(clerk, unit.places, given_name="จีรพร")
    page = client.post(url, typed | {KEPT: "1"})
    assert (page.status_code, drafted(unit.places)) == (200, {"given_name": "จีรพร"})
    again = form_on(page.content.decode(), "version-given_name")
    assert again["given_name"] == "จิราพร"
    assert client.post(url, again).status_code == 409, "it had not seen what the clerk wrote"


def test_a_refused_form_is_still_drafted_over_what_was_seen(unit, clerk):
    url = reverse("responses:nominate", args=[unit.places.pk])
    typed = form_on(answer_page(unit, "preparer"), url) | {"given_name": "จิราพร"}
    type_in(clerk, unit.places, given_name="จีรพร")
    page = browser("preparer").post(url, form() | typed)
    assert page.status_code == 422
    again = form_on(page.content.decode(), url_of(unit.places))
    assert again["version-given_name"].startswith("0."), "the clerk's text was not seen"


def test_changes_to_a_project_are_drafted_and_then_done_with(unit):
    projects = owed_by(unit.name, "propose")
    project = propose(projects, Project(title="ลดขั้นตอน"), by=unit.preparer, at=TOLD)
    name, to = f"project-{project.pk}", reverse("responses:correct_project", args=[project.pk])
    client = browser("clerk")
    page = client.get(to).content.decode()
    typed = form_on(page, url_of(projects, name)) | {"visible_result": "คิวสั้นลง"}
    assert client.post(url_of(projects, name), typed).url == to
    assert drafted(projects, name) == {"visible_result": "คิวสั้นลง"}
    seen = form_on(browser("preparer").get(to).content.decode(), url_of(projects, name))
    assert (seen["title"], seen["visible_result"]) == ("ลดขั้นตอน", "คิวสั้นลง")
    assert browser("preparer").post(to, seen).status_code == 302
    assert drafted(projects, name) == {}
