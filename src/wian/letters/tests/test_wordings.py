"""The reusable wordings of a unit."""

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, form_on
from wian.directory.story import FULL
from wian.letters.commands.drop_wording import drop_wording
from wian.letters.commands.keep_wording import keep_wording
from wian.letters.models import Wording
from wian.letters.refusals import MayNotWrite

URL, NAME = "/letters/wordings/", "ลงท้ายเพื่อโปรดทราบ"


@pytest.fixture
def kept(story):
    return keep_wording(
        story.cast.units[FULL], name=NAME, text="จึงเรียนมาเพื่อโปรดทราบ", by=story.cast.parts["clerk"]
    )


def test_one_is_kept_on_the_page_and_replaced_under_its_name(story):
    client = enter("preparer")
    for text in ("เดิม", "ใหม่"):
        typed = {**form_on(client.get(URL), URL), "name": NAME, "text": text}
        assert client.post(URL, typed).url == URL
    assert Wording.objects.get(unit=story.cast.units[FULL], name=NAME).text == "ใหม่"
    assert "ใหม่" in client.get(URL).content.decode()


def test_one_is_taken_out(kept):
    client, drop = enter("preparer"), reverse("letters:drop_wording", args=[kept.pk])
    assert client.post(drop, form_on(client.get(URL), drop)).url == URL
    assert not Wording.objects.filter(pk=kept.pk).exists()


def test_those_of_another_unit_are_not_there(story, kept):
    other = story.cast.parts["outsider"]
    client = enter("outsider")
    assert kept.text not in client.get(URL).content.decode()
    assert client.post(reverse("letters:drop_wording", args=[kept.pk]), {}).status_code == 404
    for refused in (
        lambda: keep_wording(story.cast.units[FULL], name="ก", text="ข", by=other),
        lambda: drop_wording(kept, by=other),
    ):
        with pytest.raises(MayNotWrite):
            refused()
    assert [*Wording.objects.filter(unit=kept.unit, name=NAME)] == [kept]


def test_who_writes_nowhere_finds_no_page(story):
    assert enter("executive").get(URL).status_code == 404
