import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, form_on
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.ledger.models import Entry
from wian.outbox.commands.reword import reword, set_back
from wian.outbox.models import Notice, Rewording
from wian.outbox.queries import Words, rewordings, words_of
from wian.outbox.refusals import NotReworded, UnknownPlace
from wian.outbox.tests.support import WORDING

LIST = reverse("outbox:wordings")
URL = reverse("outbox:wording", args=[WORDING.code, "th"])
ORIGINAL = reverse("outbox:original", args=[WORDING.code, "th"])


def typed(client, **fields: str) -> dict[str, str]:
    return form_on(client.get(URL), URL) | {"subject": "ถึง{unit}", "body": "มี {count} เรื่อง"} | fields


@pytest.fixture
def reworded(story) -> Rewording:
    return reword(
        WORDING, language="th", subject="ถึง{unit}", body="มี {count} เรื่อง",
        by=story.cast.parts["owner"], at=clock.now(),
    )  # fmt: skip


def test_every_kind_of_notice_is_listed_and_those_reworded_are_marked(story):
    client = enter("owner")
    page = client.get(LIST).content.decode()
    assert URL in page
    assert "state-note" not in page
    client.post(URL, typed(client))
    page = client.get(LIST).content.decode()
    assert "ถึง{unit}" in page
    assert page.count("state-note") == 1


def test_an_owner_says_it_in_other_words_and_people_read_those(story):
    client = enter("owner")
    assert client.post(URL, typed(client)).url == URL
    notice = Notice(wording=WORDING.code, facts={"unit": "กองแผนที่", "count": 2})
    assert words_of([notice], "th") == [Words("ถึงกองแผนที่", "มี ๒ เรื่อง")]
    assert words_of([notice], "en") == [Words("กองแผนที่ is called", "กองแผนที่ has 2 things to do.")]


def test_rewording_stands_in_the_ledger_without_the_words(story):
    client = enter("administrator")
    client.post(URL, typed(client))
    entry = Entry.objects.latest("seq")
    assert entry.event == "outbox.reworded"
    assert entry.fields == {"wording": "test.called", "language": "th", "original": False, "schema": 1}


def test_the_page_says_who_reworded_it_and_when(reworded, story):
    page = enter("owner").get(URL).content.decode()
    assert story.cast.parts["owner"].office in page
    assert "ถ้อยคำเดิม" in page


def test_a_place_that_nothing_fills_is_refused_by_its_name_and_the_text_stays(story):
    client = enter("owner")
    answered = client.post(URL, typed(client, subject="{unti}", body="{count} {dat}"))
    page = answered.content.decode()
    assert answered.status_code == 409
    assert "{dat}, {unti}" in page
    assert 'value="{unti}"' in page
    assert not Rewording.objects.exists()


def test_the_command_refuses_an_unknown_place(story):
    with pytest.raises(UnknownPlace, match="unknown-place"):
        reword(WORDING, language="th", subject="x", body="{x}", by=COMMAND_LINE, at=clock.now())


@pytest.mark.parametrize("body", ["50 % {{unit}} {} {unit.name} %(unit)s <b>{count}</b>", "{"])
def test_only_places_are_special(story, body):
    client = enter("owner")
    assert client.post(URL, typed(client, body=body)).status_code == 302
    assert rewordings("th")[WORDING.code].body == body


def test_a_preview_fills_the_example_saves_nothing_and_keeps_what_was_typed(story):
    client = enter("owner")
    page = client.post(URL, typed(client, look="1")).content.decode()
    assert "<strong>ถึงกองคลัง</strong>" in page
    assert "มี ๓ เรื่อง" in page
    assert 'value="ถึง{unit}"' in page
    assert not Rewording.objects.exists()


def test_a_preview_says_of_an_unknown_place_what_saving_would_say(story):
    client = enter("owner")
    answered = client.post(URL, typed(client, body="{dat}", look="1"))
    assert (answered.status_code, "unknown-place" in answered.content.decode()) == (409, True)


def test_markup_is_shown_as_it_was_typed(story):
    client = enter("owner")
    page = client.post(URL, typed(client, body="<b>{unit}</b>", look="1")).content.decode()
    assert "&lt;b&gt;กองคลัง&lt;/b&gt;" in page


def test_a_subject_is_one_line_and_neither_may_be_empty(story):
    client = enter("owner")
    client.post(URL, typed(client, subject="หนึ่ง\r\nBcc: x"))
    assert rewordings("th")[WORDING.code].subject == "หนึ่ง Bcc: x"
    assert "error-summary" in client.post(URL, typed(client, body=" ")).content.decode()


def test_the_original_comes_back(reworded):
    client = enter("owner")
    assert client.get(ORIGINAL).status_code == 200
    assert client.post(ORIGINAL, form_on(client.get(ORIGINAL), ORIGINAL)).url == URL
    assert rewordings("th") == {}
    assert Entry.objects.latest("seq").fields["original"] is True


def test_what_is_original_cannot_be_set_back(story):
    client = enter("owner")
    answered = client.get(ORIGINAL)
    assert (answered.status_code, "not-reworded" in answered.content.decode()) == (409, True)
    with pytest.raises(NotReworded):
        set_back(WORDING, language="th", by=COMMAND_LINE, at=clock.now())


def test_a_kind_or_a_language_that_is_not_there_is_no_page(story):
    client = enter("owner")
    for code, language in (("no.such", "th"), (WORDING.code, "de")):
        assert client.get(reverse("outbox:wording", args=[code, language])).status_code == 404


def test_outsiders_get_404_and_change_nothing(reworded):
    for who in ("preparer", "head", "executive", "auditor"):
        client = enter(who)
        assert client.get(LIST).status_code == 404, who
        assert client.post(URL, {"subject": "x", "body": "x"}).status_code == 404, who
        assert client.post(ORIGINAL).status_code == 404, who
    assert rewordings("th")[WORDING.code].subject == "ถึง{unit}"
