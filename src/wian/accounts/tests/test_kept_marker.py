"""A kept form on its way back to its page is shown there, with its text, and never acts: whoever sends its mark."""

from html import unescape

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as, form_on
from wian.accounts.tests.test_kept import UNIT, traces
from wian.kit.posting import KEPT
from wian.responses.models import Nomination
from wian.responses.tests.unit import places_of, recipient_of

UNTOUCHED, TOLD_OF, SUBMITTED = "กองพัฒนามาตรฐานบริการ", "กองสื่อสารองค์กร", "กองบริหารทรัพยากรบุคคล"
PERSON = {"given_name": "จิราพร", "family_name": "คำดี", "post": "นิติกร", "phone": "08 9876 5432"}
PAPER = {"name": "นางอรพรรณ จิตรประสงค์", "capacity": "ผู้อำนวยการกอง", "on": "19/11/2569"}
HOW = {"channel": "phone", "informant": "คุณรุจิรา", "day": "20/11/2569", "time": "9.45"}


def told() -> dict[str, str]:
    return HOW | {f"ask{places_of(UNTOUCHED).ask_id}-0-{name}": value for name, value in PERSON.items()}


def name_to_withdraw() -> int:
    return Nomination.objects.filter(response=places_of(UNIT).pk)[0].pk


@pytest.mark.parametrize(
    ("who", "name", "which", "typed"),
    [
        (UNIT, "responses:nominate", lambda: places_of(UNIT).pk, lambda: PERSON),
        (UNIT, "responses:withdraw", name_to_withdraw, dict),
        (UNIT, "responses:present", lambda: recipient_of(UNIT).pk, dict),
        (UNIT, "responses:sign_on_paper", lambda: recipient_of(UNIT).pk, lambda: PAPER),
        ("finance_head", "responses:sign_off", lambda: recipient_of(UNIT).pk, dict),
        (UNTOUCHED, "asks:receive", lambda: recipient_of(UNTOUCHED).pk, lambda: {"number": "๐๘๘๑"}),
        (UNTOUCHED, "responses:nil", lambda: places_of(UNTOUCHED).pk, lambda: {"reason": "ลาศึกษาต่อ"}),
        (TOLD_OF, "responses:confirm", lambda: recipient_of(TOLD_OF).pk, dict),
        ("owner", "responses:on_behalf", lambda: recipient_of(UNTOUCHED).pk, told),
        ("owner", "responses:accept", lambda: places_of(SUBMITTED).pk, dict),
    ],
)
def test_the_mark_never_acts(story, who, name, which, typed):
    browser = enter_as(story.cast.preparers[who]) if who in story.cast.preparers else enter(who)
    url = reverse(name, args=[which()])
    fields = form_on(browser.get(url, follow=True), url) | typed()
    before = traces()
    shown = browser.post(url, fields | {KEPT: "1"})
    assert traces() == before
    page = unescape(shown.content.decode())
    assert [value for value in typed().values() if value not in page] == []
    assert browser.post(url, fields).status_code == 302, "without the mark it acts"
    assert traces() != before


def test_the_first_field_is_where_one_goes_on(story):
    browser = enter("preparer")
    url = reverse("responses:nominate", args=[places_of(UNIT).pk])
    page = browser.post(url, form_on(browser.get(url, follow=True), url) | {"given_name": "จิ", KEPT: "1"})
    assert page.content.decode().count("autofocus") == 2, "the first field, and before it the error summary"
