"""A form posted after the session ended is shown again to the same person in the same browser, and to nobody else."""

from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from conftest import TOLD
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from wian.accounts.models import Account, KeptForm, Session
from wian.accounts.tests.support import BACKEND, enter, form_on
from wian.desks.story import PASSWORD
from wian.kit.models import Once
from wian.kit.posting import KEPT
from wian.ledger.models import Entry
from wian.responses.tests.unit import places_of

UNIT = "กองการคลังและพัสดุ"
LOGIN = "/accounts/login/"
BY_HAND = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
HERE = {"origin": "http://testserver", **BY_HAND}
TYPED = {
    "title": "นางสาว",
    "given_name": "จิราพร",
    "family_name": 'คำ"ดี" <b>',
    "post": "นักวิชาการพัสดุปฏิบัติการ",
    "phone": "๐๘ ๙๘๗๖ ๕๔๓๒",
    "reason": "บรรทัดแรก\n'บรรทัดที่สอง' & \"ที่สาม\"",
}


@pytest.fixture(autouse=True)
def nobody_has_tried_before():
    """Sign-ins are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def url(story) -> str:
    return reverse("responses:nominate", args=[places_of(UNIT).pk])


@pytest.fixture
def away(story) -> Client:
    """The browser of the preparer, whose session has ended meanwhile."""
    browser = enter("preparer")
    browser.get("/")
    Session.objects.all().delete()
    return browser


def post(browser: Client, url: str, *, headers=HERE, **typed):
    return browser.post(url, {"key": str(uuid4()), **(typed or TYPED)}, headers=headers)


def kept(browser: Client, url: str, **typed) -> str:
    """The address of the kept form, to which the sign-in leads."""
    led = post(browser, url, **typed)
    assert led.url.startswith(f"{LOGIN}?next=/accounts/kept/"), led.url
    return led.url.split("next=")[1]


def sign_in(browser: Client, who: str, to: str):
    browser.post(LOGIN, {"login": who, "password": PASSWORD})
    return browser.get(to)


def traces() -> tuple[int, int]:
    return Entry.objects.count(), Once.objects.count()


def test_the_sign_in_says_that_it_is_kept(away, url):
    page = away.get(post(away, url).url)
    assert "ข้อความที่ท่านพิมพ์ไว้" in page.content.decode()


def test_after_signing_in_it_is_there_again_and_nothing_was_done(away, url):
    before = traces()
    page = sign_in(away, "preparer", kept(away, url))
    assert page.status_code == 200
    shown = unescape(page.content.decode())
    assert [typed for typed in TYPED.values() if typed not in shown] == []
    fields = form_on(page, url)
    assert {name: fields[name] for name in TYPED} == TYPED
    form = away.post(url, fields).context["typed"]
    assert {name: form[name].value() for name in TYPED} == TYPED
    assert traces() == before


def test_from_there_it_is_sent_like_any_other_form(away, url):
    page = sign_in(away, "preparer", kept(away, url))
    fields = form_on(page, url)
    fields.pop(KEPT)
    assert away.post(url, fields).status_code == 302
    assert places_of(UNIT).taken == 2


def test_going_back_does_not_lose_it(away, url):
    to = kept(away, url)
    page = sign_in(away, "preparer", to)
    away.post(url, form_on(page, url))
    again = away.get(to)
    assert (again.status_code, again.headers["Cache-Control"].count("no-store")) == (200, 1)


def test_another_person_in_this_browser_learns_nothing(away, url):
    page = sign_in(away, "clerk", kept(away, url))
    assert page.status_code == 404
    assert TYPED["given_name"] not in page.content.decode()


def test_nor_at_the_very_first_request(away, url):
    to = kept(away, url)
    away.force_login(Account.objects.get(username="clerk"), BACKEND)
    assert away.get(to).status_code == 404


def test_what_the_next_person_types_is_kept_for_them(away, url):
    sign_in(away, "clerk", "/")
    Session.objects.all().delete()
    to = kept(away, url)
    assert KeptForm.objects.get().account.username == "clerk"
    assert sign_in(away, "clerk", to).status_code == 200


def test_the_same_person_in_another_browser_finds_nothing(away, url):
    assert enter("preparer").get(kept(away, url)).status_code == 404
    other = enter("preparer")
    other.get("/")
    assert other.get(kept(away, url)).status_code == 404


def test_whoever_signed_out_leaves_nothing_behind(story, url):
    browser = enter("preparer")
    browser.get("/")
    browser.post("/accounts/logout/")
    assert post(browser, url).url == f"{LOGIN}?next={url}"
    assert not KeptForm.objects.exists()


def test_signing_out_closes_what_was_kept(away, url):
    to = kept(away, url)
    sign_in(away, "preparer", to)
    away.post("/accounts/logout/")
    assert sign_in(away, "preparer", to).status_code == 404


def test_after_a_day_it_is_gone(away, url, clock):
    old = kept(away, url)
    clock(TOLD + timedelta(hours=23, minutes=59))
    assert sign_in(away, "preparer", old).status_code == 200
    clock(TOLD + timedelta(hours=24))
    assert away.get(old).status_code == 404
    Session.objects.all().delete()
    new = kept(away, url)
    assert [reverse("account_kept", args=[form.pk]) for form in KeptForm.objects.all()] == [new]


def test_the_oldest_of_many_go(away, url, clock):
    kept_forms = []
    for minute in range(7):
        clock(TOLD + timedelta(minutes=minute))
        kept_forms.append(kept(away, url))
    sign_in(away, "preparer", "/")
    assert [away.get(form).status_code for form in kept_forms] == [404] * 2 + [200] * 5


def test_the_database_alone_reveals_nothing(away, url):
    kept(away, url)
    (row,) = KeptForm.objects.values_list("sealed", flat=True)
    guess = KeptForm.lock("").encrypt(b"")
    assert not any(typed in row for typed in [*TYPED.values(), "given_name", url])
    assert "จิราพร".encode("unicode_escape").decode() not in row
    assert row[:5] == guess.decode()[:5], "it is sealed"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://example.com"},
        {"origin": "null"},
        {"origin": "http://testserver.example.com"},
        {"referer": "http://testserver.example.com/"},
        {"origin": "https://example.com", "referer": "http://testserver/"},
    ],
)
def test_what_another_site_posts_is_not_kept(away, url, headers):
    assert post(away, url, headers=BY_HAND | headers).url == f"{LOGIN}?next={url}"
    assert not KeptForm.objects.exists()


def test_an_old_browser_that_only_says_the_page_is_believed(away, url):
    assert "kept" in post(away, url, headers=BY_HAND | {"referer": f"http://testserver{url}"}).url


def test_what_a_script_posts_is_not_kept(away, url):
    assert post(away, url, headers=HERE | {"accept": "*/*"}).url == f"{LOGIN}?next={url}"
    assert not KeptForm.objects.exists()


def test_a_visitor_who_was_nobody_keeps_nothing(story, url):
    post(Client(), url)
    away = Client()
    away.cookies["wian_browser"] = f"{Account.objects.get(username='preparer').pk}.forged"
    post(away, url)
    assert not KeptForm.objects.exists()


def test_a_closed_account_keeps_nothing(away, url):
    Account.objects.update(is_active=False)
    post(away, url)
    assert not KeptForm.objects.exists()


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("account_login", {"login": "preparer", "password": "ลับ"}),
        ("account_change_password", {"oldpassword": "ลับ", "password1": "ลับ", "password2": "ลับ"}),
        ("account_capacity", {"capacity": "ผู้อำนวยการ"}),
        ("account_look", {"next": "/responses/"}),
        ("desks:enter", {"as": "preparer"}),
        ("desks:tomorrow", {"next": "/responses/"}),
    ],
)
def test_passwords_and_buttons_of_the_frame_are_never_kept(away, name, typed):
    post(away, reverse(name), **typed)
    assert not KeptForm.objects.exists()


def test_a_mere_button_leads_back_to_its_page(away):
    url = reverse("responses:present", args=[places_of(UNIT).recipient_id])
    led = post(away, url, seen="0" * 64, capacity="holding:12")
    assert led.url == f"{LOGIN}?next={url}"
    assert not KeptForm.objects.exists()


def test_files_are_named_and_must_be_chosen_again(away, url):
    paper = SimpleUploadedFile("บันทึก.pdf", b"secret bytes")
    page = sign_in(away, "preparer", kept(away, url, given_name="จิราพร", paper=paper))
    assert "บันทึก.pdf" in page.content.decode()
    assert list(form_on(page, url)) == ["key", "given_name", KEPT]


def test_a_file_alone_is_named_too(away, url):
    page = sign_in(away, "preparer", kept(away, url, paper=SimpleUploadedFile("บันทึก.pdf", b"secret bytes")))
    assert "บันทึก.pdf" in page.content.decode()


def test_a_session_that_ends_twice_keeps_the_same_text(away, url):
    page = sign_in(away, "preparer", kept(away, url))
    Session.objects.all().delete()
    fields = form_on(page, url)
    again = sign_in(away, "preparer", kept(away, url, **fields))
    assert form_on(again, url) == fields


def test_the_cookie_ends_with_the_browser_and_no_script_reads_it(story):
    cookie = enter("preparer").get("/").cookies["wian_browser"]
    assert (cookie["expires"], cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (
        "",
        "",
        True,
        "Lax",
    )
