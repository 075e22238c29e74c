"""Signing on screen: state, signature, number, date and sealed bytes at once, or nothing of it."""

from dataclasses import replace
from hashlib import sha256

import pytest

from saraban.paper import paper_of, printed, text_of, to_json
from saraban.reading.sources import source_of
from saraban.signing import signatures_of
from saraban.typesetting import source_of_pdf
from wian.directory.story import FULL
from wian.directory.tests.support import written
from wian.files.commands.keep import keep
from wian.files.commands.take_in import take_in_signature
from wian.files.queries import bytes_of
from wian.files.tests.support import jpg, png, upload
from wian.kit import clock
from wian.letters.commands.set_certificate import set_certificate
from wian.letters.commands.sign import sign
from wian.letters.models import Draft, Emblem, Entry, Issue, Series, Signature
from wian.letters.queries.issued import digest_of, files_of
from wian.letters.refusals import (
    CertificateMissing,
    CertificateRefused,
    CodeMissing,
    DraftMoved,
    EmblemMissing,
    NotTheSigner,
    NumberElsewhere,
    PaperChanged,
    PictureUndrawn,
    SignedByAnother,
)
from wian.letters.tests.issuing import PHRASE, certificate, passed
from wian.letters.tests.support import new_letter

CODE = "บช ๐๒๐๓"


def head_signs(story, draft: Draft, **facts) -> Issue:
    return sign(
        draft,
        **{"seen": digest_of(draft), "by": story.cast.parts["finance_head"], "at": clock.now(), **facts},
    )


def test_signed_it_has_number_date_and_sealed_files(story):
    draft = passed(story)
    issue = head_signs(story, draft)
    letter = issue.letter
    assert (letter.number, letter.date, letter.kind) == (f"{CODE}/๑", clock.today(), "memo")
    assert Draft.objects.values_list("state", "letter").get(pk=draft.pk) == ("issued", letter.pk)
    data = bytes_of(letter.source)
    assert data.startswith(b"%PDF-")
    assert sha256(data).hexdigest() == letter.source.sha256
    paper = source_of_pdf(data)
    assert paper
    assert (paper.number, paper.date, paper.office_copy) == (letter.number, letter.date, None)
    assert letter.text == text_of(printed(paper))
    assert "ร่าง" in source_of(bytes_of(files_of(issue)["office-copy"])).text
    assert letter.number in source_of(bytes_of(files_of(issue)["editable"])).text


def test_the_paper_says_what_the_signature_is(story):
    issue = head_signs(story, passed(story))
    signature = Signature.objects.get(draft__letter=issue.letter)
    assert (signature.way, signature.name) == ("account", story.cast.parts["finance_head"].name)
    assert f"อนุมัติผ่านบัญชีผู้ใช้ในระบบ โดย {signature.name}" in issue.letter.text
    assert "ใบรับรอง" not in issue.letter.text


def test_it_stands_in_register_and_ledger(story):
    draft = passed(story)
    with written() as entries:
        issue = head_signs(story, draft)
    entry = Entry.objects.get(letter=issue.letter)
    assert (entry.number, entry.state, entry.on, entry.recipient) == (
        1, "used", clock.today(), draft.content["addressee"],
    )  # fmt: skip
    assert [event for event, _ in entries] == ["letters.signed", "letters.issued"]
    assert entries[0][1] == {
        "draft": draft.pk,
        "unit": draft.unit_id,
        "way": "account",
        "digest": digest_of(draft),
    }
    assert entries[1][1]["sha256"] == issue.letter.source.sha256


@pytest.mark.parametrize(
    ("kind", "circular", "number"),
    [
        ("memo", True, f"{CODE}/ว ๑"),
        ("external", False, f"{CODE}/๑"),
        ("stamped", False, f"{CODE}/๑"),
        ("order", False, "๑/๒๕๖๙"),
        ("announcement", False, "๑/๒๕๖๙"),
        ("certificate", False, f"{CODE}/๑"),
        ("cover_memo", False, f"{CODE}/๑"),
        ("minutes", False, ""),
    ],
)
def test_every_kind_takes_the_number_of_its_series(story, kind, circular, number):
    issue = head_signs(story, passed(story, kind, circular=circular))
    assert issue.letter.number == number
    assert Entry.objects.filter(letter=issue.letter).exists() == bool(number)


def test_two_units_may_have_an_order_of_one_number_on_one_day(story):
    new_letter("๑/๒๕๖๙", clock.today(), kind="order", agency="กรมอื่น")
    assert head_signs(story, passed(story, "order")).letter.number == "๑/๒๕๖๙"


def test_a_number_that_is_on_file_from_elsewhere_is_not_given_again(story):
    draft = passed(story, "order")
    new_letter("๑/๒๕๖๙", clock.today(), kind="order", agency=draft.content["agency"])
    refused(story, draft, NumberElsewhere)


def refused(story, draft: Draft, why: type, **facts) -> None:
    """Nothing of it happened, and the next number is still the first."""
    state = draft.state
    with pytest.raises(why):
        head_signs(story, draft, **facts)
    assert Draft.objects.get(pk=draft.pk).state == state
    left = (
        Signature.objects.filter(draft=draft),
        Issue.objects.filter(letter__draft=draft),
        Entry.objects.filter(unit=draft.unit),
        Series.objects.filter(code=CODE, last__gt=0),
    )
    assert [rows.count() for rows in left] == [0, 0, 0, 0]


def test_another_post_does_not_sign(story):
    refused(story, passed(story), NotTheSigner, by=story.cast.parts["preparer"])


def test_whom_the_block_does_not_name_does_not_sign(story):
    refused(story, passed(story), SignedByAnother, by=story.cast.parts["acting"])


def test_what_changed_since_it_was_seen_is_not_signed(story):
    refused(story, passed(story), PaperChanged, seen="0" * 64)


def test_what_was_saved_since_it_was_read_is_not_signed(story):
    draft = passed(story)
    Draft.objects.filter(pk=draft.pk).update(revision=2)
    refused(story, draft, DraftMoved)


@pytest.mark.parametrize("state", ["drafting", "checking", "signed", "issued", "cancelled"])
def test_only_what_was_passed_is_signed(story, state):
    draft = passed(story)
    Draft.objects.filter(pk=draft.pk).update(state=state)
    draft.refresh_from_db()
    refused(story, draft, DraftMoved)


def test_without_an_emblem_nothing_is_issued(story):
    Emblem.objects.all().delete()
    refused(story, passed(story), EmblemMissing)


def test_minutes_need_no_emblem(story):
    Emblem.objects.all().delete()
    assert head_signs(story, passed(story, "minutes")).letter.subject.startswith("รายงานการประชุม")


def test_without_a_code_of_the_unit_there_is_no_number(story):
    unit = story.cast.units[FULL]
    unit.code = ""
    unit.save()
    refused(story, passed(story), CodeMissing)


def test_the_picture_of_a_signature_stands_on_the_paper(story):
    plain = len(bytes_of(head_signs(story, passed(story)).letter.source))
    for picture in (png(), jpg()):
        file = take_in_signature(upload(picture)).file
        issue = head_signs(story, passed(story), image=file)
        assert Signature.objects.get(draft__letter=issue.letter).way == "image"
        assert len(bytes_of(issue.letter.source)) > plain


def test_a_picture_that_cannot_be_drawn_is_refused(story):
    whole = png()
    broken = whole.replace(whole[whole.index(b"IDAT") + 4 :][:4], b"\0\0\0\0")
    refused(story, passed(story), PictureUndrawn, image=keep(broken, name="x.png", type_="image/png"))


def sealed_by(story, **facts):
    by, unit = story.cast.parts["administrator"], story.cast.units[FULL].parent
    made = certificate(**facts)
    set_certificate(unit, made, passphrase=PHRASE, name="agency.p12", by=by, at=clock.now())


def test_the_agencys_certificate_seals_the_file(story):
    sealed_by(story)
    issue = head_signs(story, passed(story), passphrase=PHRASE)
    [found] = signatures_of(bytes_of(issue.letter.source))
    assert (found.name, found.intact, found.whole) == ("กระทรวงบริการประชาชน", True, True)
    assert Signature.objects.get(draft__letter=issue.letter).way == "certificate"
    assert "ใบรับรอง" in issue.letter.text


def test_a_wrong_pass_phrase_seals_nothing(story):
    sealed_by(story)
    refused(story, passed(story), CertificateRefused, passphrase="another")


def test_an_expired_certificate_seals_nothing(story):
    sealed_by(story, until=clock.now().replace(year=2025))
    refused(story, passed(story), CertificateRefused, passphrase=PHRASE)


def test_without_a_certificate_there_is_no_pass_phrase(story):
    refused(story, passed(story), CertificateMissing, passphrase=PHRASE)


def test_the_kept_paper_is_the_one_that_was_seen(story):
    """What is signed is bound by its digest: another content is another number."""
    draft = passed(story)
    before = digest_of(draft)
    draft.content = to_json(replace(paper_of(draft.content), subject="เรื่องอื่น"))
    assert digest_of(draft) != before
