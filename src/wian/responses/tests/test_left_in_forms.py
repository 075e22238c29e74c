"""A name that was typed and never added would not be sent: whoever sends or signs is told."""

from django.urls import reverse

from wian.responses.tests.test_draft import answer_page, type_in
from wian.responses.tests.unit import ask_too, browser

WARNING = "พิมพ์ไว้แต่ยังไม่ได้เพิ่ม"


def signing(unit) -> str:
    page = browser("finance_head").get(reverse("responses:sign_off", args=[unit.recipient.pk]))
    assert page.status_code == 200
    return page.content.decode()


def test_beside_the_button_and_before_the_signature(unit):
    assert WARNING not in answer_page(unit, "preparer") + signing(unit)
    type_in(unit.preparer, unit.places, given_name="จิราพร")
    assert WARNING in answer_page(unit, "preparer")
    assert WARNING in signing(unit)


def test_not_for_a_report_whose_draft_is_the_answer(unit):
    type_in(unit.preparer, ask_too(unit.name, "report"), "text", text="ดำเนินการแล้ว")
    assert WARNING not in signing(unit)
