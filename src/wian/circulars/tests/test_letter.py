"""The letter as it was read, and the original to file away."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as
from wian.circulars.tests.support import UNITS, addressed
from wian.desks.story import DOORS, OTHERS
from wian.files.queries import bytes_of

PAGES = ("circulars:letter", "circulars:original")
# Whoever follows the campaign, and all who answer for one of its units.
READERS = {
    "owner", "executive", "signatory", "secretary", "auditor",
    "preparer", "head", "clerk", "finance_head", "sole", "deputy", "receiver", "confirmer", "outsider",
}  # fmt: skip


def url(name: str, circular) -> str:
    return reverse(name, args=[circular.pk])


@pytest.mark.parametrize("name", PAGES)
def test_who_may_read(story, name):
    page = url(name, story.circular)
    responses = {part: enter(part).get(page) for part in (*DOORS, *OTHERS)}
    assert all(response.getvalue() for response in responses.values())
    answered = {part: response.status_code for part, response in responses.items()}
    assert answered == {part: 200 if part in READERS else 404 for part in (*DOORS, *OTHERS)}


@pytest.mark.parametrize("name", PAGES)
def test_a_letter_sent_to_others_is_not_there(story, name):
    """Neither for a unit that is not on its list, nor for one on it before the letter is sent, nor another owner."""
    page = url(name, addressed(story))
    not_on_the_list, on_the_list = story.cast.parts["clerk"], story.cast.preparers[UNITS[0]]
    for actor in (not_on_the_list, on_the_list, story.cast.parts["owner"]):
        assert enter_as(actor).get(page).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_a_visitor_is_led_to_the_sign_in(story, client, name):
    answered = client.get(url(name, story.circular))
    assert (answered.status_code, answered.url) == (302, f"/accounts/login/?next={url(name, story.circular)}")


@pytest.mark.parametrize("name", PAGES)
def test_a_number_that_names_no_circular_is_not_there(story, name):
    assert enter("auditor").get(reverse(name, args=[story.circular.pk + 1000])).status_code == 404


def test_the_page_shows_the_letter_and_whom_to_call(story):
    letter = story.circular.letter
    page = enter("clerk").get(url("circulars:letter", story.circular)).content.decode()
    for fact in (letter.subject, letter.number, letter.agency, letter.signatory, letter.position):
        assert fact in page
    assert "ระยะเวลา การให้บริการ ณ จุดเดียว" in page, "the text itself"
    assert story.circular.contact_name in page
    assert 'href="tel:0855550142"' in page
    assert url("circulars:original", story.circular) in page


def test_what_a_letter_says_is_never_markup(story):
    letter = story.circular.letter
    letter.text = letter.subject = letter.agency = "<script>alert(1)</script>"
    letter.save()
    page = enter("clerk").get(url("circulars:letter", story.circular)).content.decode()
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert") >= 3


def test_the_original_is_the_very_bytes_as_a_download(story):
    source = story.circular.letter.source
    answered = enter("clerk").get(url("circulars:original", story.circular))
    assert answered.getvalue() == bytes_of(source)
    assert int(answered.headers["Content-Length"]) == source.size > 0
    name = story.circular.letter.number.replace("/", "-") + ".txt"
    assert answered.headers["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(name)}"
    assert answered.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answered.headers["X-Content-Type-Options"] == "nosniff"
    assert answered.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "private" in answered.headers["Cache-Control"]


def test_the_original_of_a_letter_without_number_is_called_as_it_came_in(story):
    letter = story.circular.letter
    letter.number = ""
    letter.save()
    answered = enter("clerk").get(url("circulars:original", story.circular))
    assert answered.headers["Content-Disposition"] == f'attachment; filename="{letter.source.name}"'
    assert answered.getvalue()
