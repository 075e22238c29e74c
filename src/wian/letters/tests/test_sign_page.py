"""Signing on the page: the letter as it will go out, the password again, and nothing that keeps it."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from wian.accounts.models import KeptForm
from wian.accounts.tests.support import enter, form_on
from wian.desks.story import PASSWORD
from wian.files.tests.support import pdf, upload
from wian.letters.models import Draft, Emblem, Entry
from wian.letters.tests.issuing import PHRASE, issued, passed


@pytest.fixture(autouse=True)
def no_tries_before():
    """Wrong passwords are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


def sign_url(draft: Draft) -> str:
    return reverse("letters:sign", args=[draft.pk])


def posted(browser, draft: Draft, **typed):
    url = sign_url(draft)
    return browser.post(url, {**form_on(browser.get(url), url), "password": PASSWORD, **typed})


def test_the_page_shows_the_letter_and_asks_for_the_password(story):
    page = enter("finance_head").get(sign_url(passed(story))).content.decode()
    assert 'src="data:image/png;base64,' in page
    assert 'name="password"' in page
    assert 'name="passphrase"' not in page


def test_signed_on_the_page_it_leads_to_the_letter(story):
    draft = passed(story)
    response = posted(enter("finance_head"), draft)
    letter = Draft.objects.get(pk=draft.pk).letter
    assert response.url == reverse("letters:issued", args=[letter.pk])


def test_posted_twice_it_is_signed_once(story):
    draft, browser = passed(story), enter("finance_head")
    url = sign_url(draft)
    form = {**form_on(browser.get(url), url), "password": PASSWORD}
    assert browser.post(url, form).url == browser.post(url, form).url
    assert Entry.objects.filter(unit=draft.unit).count() == 1


def test_a_wrong_password_signs_nothing(story):
    draft = passed(story)
    page = posted(enter("finance_head"), draft, password="ไม่ใช่รหัส").content.decode()
    assert "นี่ไม่ใช่รหัสผ่านของท่าน" in page
    assert 'ไม่ใช่รหัส"' not in page
    assert Draft.objects.get(pk=draft.pk).state == "passed"


def test_wrong_passwords_are_limited_as_at_the_sign_in(story):
    draft, browser = passed(story), enter("finance_head")
    pages = [posted(browser, draft, password="wrong").content.decode() for _ in range(6)]
    assert "too-many-tries" in pages[-1]
    assert "too-many-tries" not in pages[0]
    assert "too-many-tries" in posted(browser, draft).content.decode()


def test_a_refusal_stands_beside_its_field(story):
    page = posted(enter("finance_head"), passed(story), image=upload(pdf(), "x.pdf"))
    assert page.status_code == 409
    assert "not-a-picture" in page.content.decode()


def test_without_an_emblem_the_page_says_so(story):
    Emblem.objects.all().delete()
    page = enter("finance_head").get(sign_url(passed(story))).content.decode()
    assert "<form" not in page.split("</header>")[-1]


def test_what_is_issued_leads_from_the_page_to_the_letter(story):
    issue = issued(story)
    assert enter("finance_head").get(sign_url(issue.letter.draft)).url == reverse(
        "letters:issued", args=[issue.pk]
    )


@pytest.mark.parametrize("who", ["preparer", "clerk", "head", "outsider", "owner", "executive", "auditor"])
def test_nobody_else_finds_the_page(story, who):
    draft = passed(story)
    assert enter(who).get(sign_url(draft)).status_code == 404
    assert enter(who).post(sign_url(draft), {"password": PASSWORD}).status_code == 404


def test_a_form_kept_for_a_new_sign_in_holds_no_password(story):
    draft, browser = passed(story), enter("finance_head")
    url = sign_url(draft)
    form = form_on(browser.get(url), url)
    browser.cookies.pop("sessionid")
    headers = {"Origin": "http://testserver", "Accept": "text/html"}
    browser.post(url, {**form, "password": PASSWORD, "passphrase": PHRASE}, headers=headers)
    assert KeptForm.objects.count() == 0
