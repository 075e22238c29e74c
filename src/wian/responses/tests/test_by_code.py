"""The QR on a letter leads its units straight to their answers, and tells others nothing."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from wian.circulars.models import Circular
from wian.circulars.tests.support import UNITS, recipient_of, sent
from wian.directory.commands.appoint import appoint
from wian.directory.models import Person, Post
from wian.directory.story import FULL
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.letters.models import Draft
from wian.responses.tests.unit import browser

CODE = "c0de"
URL = reverse("responses:by_code", args=[CODE])


def drafted(circular: Circular) -> Circular:
    """Its letter was written here, and bears the code."""
    Draft.objects.create(
        unit=circular.initiative.owner.unit,
        content={"kind": "memo"},
        letter=circular.letter,
        code=CODE,
        begun_at=clock.now(),
        saved_at=clock.now(),
    )
    return circular


@pytest.fixture
def campaign(story) -> Circular:
    return drafted(story.circular)


def test_a_unit_comes_to_its_answer(campaign):
    answer = reverse("responses:answer", args=[recipient_of(campaign, FULL).pk])
    assert browser("preparer").get(URL).url == answer


def test_a_visitor_signs_in_first(client, campaign):
    assert client.get(URL).url == f"/accounts/login/?next={URL}"


def test_a_letter_for_information_is_read(story):
    circular = drafted(sent(story))
    answered = browser("confirmer").get(URL, follow=True)
    assert answered.request["PATH_INFO"] == reverse("circulars:letter", args=[circular.pk])


def test_who_follows_it_sees_how_it_stands(campaign):
    for who in ("owner", "executive", "auditor"):
        assert browser(who).get(URL).url == reverse("asks:matrix", args=[campaign.pk]), who


def test_everybody_else_reads_the_same_as_of_a_code_that_is_none(campaign):
    subject = campaign.letter.subject
    for who in ("other_owner", "administrator"):
        answered = browser(who).get(URL)
        page = answered.content.decode()
        assert (answered.status_code, subject in page, FULL in page) == (404, False, False), who
        assert browser(who).get(URL.replace(CODE, "none")).status_code == 404


def test_who_answers_there_in_another_office_is_told_so(story):
    """Signed in as a preparer of one unit, and head of another that has the letter."""
    drafted(sent(story))
    preparer = Person.objects.get(pk=story.cast.parts["preparer"].person)
    chair = Post.objects.get(pk=story.cast.heads[UNITS[0]].post)
    appoint(preparer, chair, since=clock.today(), kind="acting_post", by=COMMAND_LINE, at=clock.now())
    page = browser("preparer").get(URL).content.decode()
    assert f"{reverse('account_capacity')}?next={quote(URL, safe='')}" in page
    assert chair.title in page
