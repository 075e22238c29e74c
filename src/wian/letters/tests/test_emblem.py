"""What an administrator gives to papers: the emblem that every letter needs, the certificate that seals them."""

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, form_on
from wian.directory.models import Unit
from wian.directory.story import FULL, MINISTRY
from wian.directory.tests.support import written
from wian.files.commands.keep import keep
from wian.files.commands.take_in import take_in_emblem
from wian.files.queries import bytes_of
from wian.files.tests.support import pdf, png, upload
from wian.kit import clock
from wian.letters.commands.set_certificate import set_certificate
from wian.letters.commands.set_emblem import set_emblem
from wian.letters.models import Certificate, Emblem
from wian.letters.queries.issued import certificate_of, emblem_of
from wian.letters.refusals import CertificateRefused, EmblemUndrawn
from wian.letters.story import EMBLEM
from wian.letters.tests.issuing import PHRASE, certificate

OTHER = "กองกฎหมายและระเบียบ"


def drawn(colour: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        f'<path fill="{colour}" d="M0 0H9V9z" /></svg>'
    ).encode()


def setting(story, unit: Unit, data: bytes) -> Emblem:
    file = take_in_emblem(upload(data, "ตรา.svg")).file
    return set_emblem(unit, file, by=story.cast.parts["administrator"], at=clock.now())


def test_the_nearest_emblem_counts_and_of_those_the_latest(story):
    unit, other = story.cast.units[FULL], story.cast.units[OTHER]
    ministry = unit.parent
    Emblem.objects.all().delete()
    assert emblem_of(unit) is None
    setting(story, ministry, drawn("#111"))
    setting(story, unit, drawn("#222"))
    setting(story, unit, drawn("#333"))
    setting(story, ministry, drawn("#444"))
    assert [emblem_of(one) for one in (unit, other, ministry)] == [
        drawn("#333"),
        drawn("#444"),
        drawn("#444"),
    ]


def test_it_is_in_the_ledger(story):
    with written() as entries:
        emblem = setting(story, story.cast.units[FULL], drawn("#111"))
    said = {"unit": story.cast.units[FULL].pk, "sha256": emblem.file.sha256}
    assert entries == [("letters.emblem_set", said)]


def test_what_cannot_be_drawn_is_no_emblem(story):
    before = Emblem.objects.count()
    broken = keep(b"<svg", name="x.svg", type_="image/svg+xml")
    with pytest.raises(EmblemUndrawn):
        set_emblem(story.cast.units[FULL], broken, by=story.cast.parts["administrator"], at=clock.now())
    assert Emblem.objects.count() == before


def test_the_emblem_of_the_story_is_taken(story):
    assert b"<circle" in bytes_of(setting(story, story.cast.units[FULL], EMBLEM.read_bytes()).file)


def posted(name: str, **typed):
    url, browser = reverse(f"letters:{name}"), enter("administrator")
    page = browser.post(url, {**form_on(browser.get(url), url), **typed}, follow=True)
    return page.status_code, page.content.decode()


@pytest.mark.parametrize("data", [drawn("#123456"), png(709, 709)])
def test_it_is_set_and_shown_on_the_page(story, data):
    status, page = posted("emblem", file=upload(data, "ตรา"))
    assert status == 200
    assert 'src="data:image/png;base64,' in page
    assert emblem_of(story.cast.units[FULL]) == data


def test_an_unsafe_drawing_is_refused_at_its_field(story):
    status, page = posted(
        "emblem", file=upload(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "x.svg")
    )
    assert status == 409
    assert "drawing-unsafe" in page
    assert "id_file_error" in page


def test_a_unit_that_is_not_there_is_refused(story):
    before = Emblem.objects.count()
    _, page = posted("emblem", file=upload(drawn("#111"), "x.svg"), unit="กองที่ไม่มี")
    assert "id_unit_error" in page
    assert Emblem.objects.count() == before


def test_a_certificate_says_whose_it_is_and_its_pass_phrase_is_not_kept(story):
    unit = story.cast.units[FULL]
    _, page = posted(
        "certificate", file=upload(certificate(), "agency.p12"), passphrase=PHRASE, unit=MINISTRY
    )
    found = certificate_of(unit)
    assert (found.subject, found.valid_until.year) == ("กระทรวงบริการประชาชน", 2030)
    assert "กระทรวงบริการประชาชน" in page
    assert PHRASE not in page
    assert PHRASE.encode() not in bytes_of(found.file)


def test_a_wrong_pass_phrase_or_no_certificate_is_refused(story):
    for data, phrase in ((certificate(), "ผิด"), (pdf(), PHRASE)):
        with pytest.raises(CertificateRefused):
            set_certificate(
                story.cast.units[FULL],
                data,
                passphrase=phrase,
                name="x.p12",
                by=story.cast.parts["administrator"],
                at=clock.now(),
            )
    status, page = posted("certificate", file=upload(certificate(), "x.p12"), passphrase="ผิด")
    assert status == 409
    assert "certificate-refused" in page
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("name", ["emblem", "certificate"])
@pytest.mark.parametrize("who", ["owner", "clerk", "finance_head", "executive", "auditor"])
def test_only_administrators_find_the_pages(story, who, name):
    url = reverse(f"letters:{name}")
    assert (enter(who).get(url).status_code, enter(who).post(url).status_code) == (404, 404)
