"""Signed on paper first, then number and date; the scan when it is there."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from saraban.typesetting import source_of_pdf
from wian.accounts.tests.support import enter, form_on
from wian.directory.story import FULL
from wian.directory.tests.support import written
from wian.files.queries import bytes_of
from wian.files.tests.support import docx, pdf, upload
from wian.kit import clock
from wian.letters.commands.issue import issue
from wian.letters.commands.reserve_number import reserve_number
from wian.letters.commands.sign_on_paper import sign_on_paper
from wian.letters.models import Draft, Emblem, Entry, Issue, Series, Signature
from wian.letters.queries.issued import digest_of, files_of
from wian.letters.queries.registers import is_back_dated
from wian.letters.refusals import (
    BeforeSignature,
    DayAhead,
    DraftMoved,
    EmblemMissing,
    MayNotNumber,
    NumberNotReserved,
    PaperChanged,
)
from wian.letters.tests.issuing import passed, signed_on_paper

CODE = "บช ๐๒๐๓"
YESTERDAY, TOMORROW = timedelta(days=-1), timedelta(days=1)


def clerk_issues(story, draft: Draft, **facts) -> Issue:
    return issue(draft, **{"on": clock.today(), "by": story.cast.parts["clerk"], "at": clock.now(), **facts})


def record_on_paper(story, draft: Draft, **facts) -> Signature:
    said = {
        "name": "นางอรพรรณ จิตรประสงค์",
        "position": "ผู้อำนวยการ",
        "on": clock.today(),
        "seen": digest_of(draft),
    }
    return sign_on_paper(draft, **{**said, "by": story.cast.parts["clerk"], "at": clock.now(), **facts})


def reserved(story, *, on: date, kind: str = "ordinary") -> Entry:
    by, unit = story.cast.parts["clerk"], story.cast.units[FULL]
    at = min(clock.now(), clock.end_of(on))  # none is reserved for a day that is over
    return reserve_number(unit, kind, on=on, reason="รอลงนาม", by=by, at=at)


def test_the_signature_on_paper_is_recorded(story):
    draft = passed(story)
    with written() as entries:
        signature = record_on_paper(story, draft)
    assert (signature.way, signature.position) == ("paper", "ผู้อำนวยการ")
    assert Draft.objects.get(pk=draft.pk).state == "signed"
    assert [event for event, _ in entries] == ["letters.signed"]


@pytest.mark.parametrize(
    ("facts", "why"),
    [({"on": date(2026, 11, 21)}, DayAhead), ({"seen": "0" * 64}, PaperChanged)],
)
def test_a_day_to_come_and_another_paper_are_not_recorded(story, facts, why):
    draft = passed(story)
    with pytest.raises(why):
        record_on_paper(story, draft, **facts)
    assert not Signature.objects.filter(draft=draft).exists()


def test_it_is_recorded_once(story):
    draft = signed_on_paper(story)
    with pytest.raises(DraftMoved):
        record_on_paper(story, draft)


def test_then_it_gets_its_number_and_says_nothing_of_an_account(story):
    issued = clerk_issues(story, signed_on_paper(story))
    paper = source_of_pdf(bytes_of(issued.letter.source))
    assert (paper.number, paper.date, paper.signed_as) == (f"{CODE}/๑", clock.today(), "")
    assert Draft.objects.get(letter=issued.letter).state == "issued"


def test_an_earlier_day_is_visible_as_entered_later(story):
    day = clock.today() + YESTERDAY
    issued = clerk_issues(story, signed_on_paper(story, on=day), on=day)
    assert issued.letter.date == day
    assert is_back_dated(Entry.objects.get(letter=issued.letter))


def test_not_before_the_signature_unless_the_number_was_reserved(story):
    day = clock.today() + YESTERDAY
    draft = signed_on_paper(story)
    with pytest.raises(BeforeSignature):
        clerk_issues(story, draft, on=day)
    entry = reserved(story, on=day)
    issued = clerk_issues(story, draft, reserved=entry)
    entry.refresh_from_db()
    assert (entry.state, entry.letter, issued.letter.date) == ("used", issued.letter, day)
    assert Series.objects.get(code=CODE).last == 1


def test_a_day_to_come_is_refused_reserved_or_not(story):
    draft, day = signed_on_paper(story), clock.today() + TOMORROW
    for facts in ({"on": day}, {"reserved": reserved(story, on=day)}):
        with pytest.raises(DayAhead):
            clerk_issues(story, draft, **facts)
    assert Draft.objects.get(pk=draft.pk).state == "signed"


def test_a_reserved_number_is_used_once(story):
    first, second = signed_on_paper(story), signed_on_paper(story, subject="อีกเรื่องหนึ่ง")
    entry = reserved(story, on=clock.today())
    clerk_issues(story, first, reserved=entry)
    with pytest.raises(NumberNotReserved):
        clerk_issues(story, second, reserved=entry)
    assert Draft.objects.get(pk=second.pk).state == "signed"


def test_who_gives_no_numbers_does_not_issue(story):
    draft = signed_on_paper(story)
    with pytest.raises(MayNotNumber):
        clerk_issues(story, draft, by=story.cast.parts["preparer"])


def test_what_is_not_signed_gets_no_number(story):
    with pytest.raises(DraftMoved):
        clerk_issues(story, passed(story))
    assert not Series.objects.filter(code=CODE, last__gt=0).exists()


def test_without_an_emblem_it_gets_no_number(story):
    Emblem.objects.all().delete()
    with pytest.raises(EmblemMissing):
        clerk_issues(story, signed_on_paper(story))
    assert not Series.objects.filter(code=CODE, last__gt=0).exists()


def test_recorded_and_numbered_on_the_pages(story):
    draft, browser = passed(story), enter("clerk")
    url = reverse("letters:sign_on_paper", args=[draft.pk])
    form = form_on(browser.get(url), url)
    assert form["name"] == story.cast.parts["finance_head"].name
    url = browser.post(url, form).url
    assert url == reverse("letters:issue", args=[draft.pk])
    scan = upload(pdf(), "scan.pdf")
    page = browser.post(url, {**form_on(browser.get(url), url), "scan": scan})
    issued = Issue.objects.get(letter__draft=draft)
    assert page.url == reverse("letters:issued", args=[issued.pk])
    assert bytes_of(files_of(issued)["scan"]) == pdf()


def test_a_file_that_is_no_scan_leaves_the_letter_without_its_number(story):
    draft, browser = signed_on_paper(story), enter("clerk")
    url = reverse("letters:issue", args=[draft.pk])
    page = browser.post(url, {**form_on(browser.get(url), url), "scan": upload(docx(), "scan.docx")})
    assert page.status_code == 409
    assert "not-a-scan" in page.content.decode()
    assert Draft.objects.get(pk=draft.pk).state == "signed"


def test_reserved_numbers_of_its_series_are_offered(story):
    entries = {
        kind: reserved(story, on=clock.today(), kind=kind) for kind in ("ordinary", "circular", "order")
    }
    draft = signed_on_paper(story)
    page = enter("clerk").get(reverse("letters:issue", args=[draft.pk])).content.decode()
    assert {kind for kind, entry in entries.items() if f'value="{entry.pk}"' in page} == {"ordinary"}


def test_a_date_is_wanted_for_the_next_number(story):
    draft, browser = signed_on_paper(story), enter("clerk")
    url = reverse("letters:issue", args=[draft.pk])
    page = browser.post(url, {**form_on(browser.get(url), url), "on": ""})
    assert page.status_code == 200
    assert 'id="id_on_error"' in page.content.decode()


@pytest.mark.parametrize(("state", "name"), [("passed", "issue"), ("signed", "sign_on_paper")])
def test_in_another_state_the_page_leads_to_the_draft(story, state, name):
    draft = passed(story) if state == "passed" else signed_on_paper(story)
    page = enter("clerk").get(reverse(f"letters:{name}", args=[draft.pk]))
    assert page.url == reverse("letters:draft", args=[draft.pk])


@pytest.mark.parametrize("name", ["sign_on_paper", "issue"])
@pytest.mark.parametrize("who", ["outsider", "head", "owner", "executive", "auditor", "administrator"])
def test_nobody_of_another_unit_finds_the_pages(story, who, name):
    draft = passed(story) if name == "sign_on_paper" else signed_on_paper(story)
    url = reverse(f"letters:{name}", args=[draft.pk])
    assert (enter(who).get(url).status_code, enter(who).post(url).status_code) == (404, 404)


def test_who_prepares_letters_gives_no_numbers(story):
    draft = signed_on_paper(story)
    assert enter("preparer").get(reverse("letters:issue", args=[draft.pk])).status_code == 404
