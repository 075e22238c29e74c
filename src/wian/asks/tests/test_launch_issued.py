"""A letter that was issued here becomes a campaign: the same letter, not a copy of it."""

from datetime import date

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as, form_on
from wian.asks.commands.launch import launch
from wian.asks.commands.read_in_issued import read_in_issued
from wian.asks.models import Ask, ReadIn
from wian.asks.queries.drafts import proposal_of
from wian.asks.refusals import LaunchedBefore
from wian.asks.tests.letters import NOMINATE, NUMBER, SUBJECT, UNITS, memo
from wian.asks.tests.support import launch_
from wian.circulars.commands.send import send
from wian.circulars.refusals import LetterReplaced
from wian.circulars.tests.support import issued
from wian.directory.story import FULL, INSTITUTE
from wian.files.models import File
from wian.kit import clock
from wian.letters.models import Issue, Letter
from wian.letters.refusals import LetterOnFile

TEXT = memo(NOMINATE)


@pytest.fixture
def by(story):
    return story.cast.parts["owner"]


@pytest.fixture
def issue(by) -> Issue:
    return a_letter()


def a_letter(unit: str = INSTITUTE) -> Issue:
    """Of that unit, in a PDF that nothing here opens."""
    pdf = File.objects.create(sha256="cd" * 32, size=9, type="application/pdf", name="letter.pdf")
    made = issued(NUMBER, unit=unit, subject=SUBJECT, text=TEXT, source=pdf)
    Letter.objects.filter(pk=made.pk).update(date=date(2026, 11, 16))
    made.letter.refresh_from_db()
    return made


def launched(issue: Issue, by):
    draft = read_in_issued(issue, by=by, at=clock.now())
    return launch(draft, proposal_of(draft), by=by, at=clock.now()).circular


def test_it_is_that_very_letter(issue, by):
    before = Letter.objects.count()
    circular = launched(issue, by)
    assert (circular.letter, Letter.objects.count()) == (issue.letter, before)
    assert [row.unit.name for row in circular.recipients.select_related("unit")] == list(UNITS)
    assert Ask.objects.get(circular=circular).sentence == f"๑. {NOMINATE}"


def test_reading_it_in_again_goes_on_with_the_draft(issue, by):
    drafts = {read_in_issued(issue, by=by, at=clock.now()).pk for _again in range(2)}
    assert len(drafts) == 1


def test_its_text_read_in_another_way_is_that_letter_too(issue, by):
    circular = launch_(TEXT, by=by).circular
    assert circular.letter == issue.letter


def test_words_that_are_not_the_letters_mark_nothing_in_it(issue, by):
    """What is marked as the sentence of an ask is the letter's own."""
    circular = launch_(f"\n\n{TEXT}", by=by).circular
    ask = Ask.objects.get(circular=circular)
    assert (circular.letter, ask.start, ask.end, ask.sentence) == (issue.letter, 0, 0, ask.what)


def test_a_letter_of_another_unit_stays_its_own(by):
    a_letter(unit=FULL)
    with pytest.raises(LetterOnFile):
        launch_(TEXT, by=by)


def test_it_is_launched_once(issue, by):
    launched(issue, by)
    with pytest.raises(LaunchedBefore):
        read_in_issued(issue, by=by, at=clock.now())


def test_what_was_sent_for_information_is_no_campaign_any_more(story, issue, by):
    draft = read_in_issued(issue, by=by, at=clock.now())
    send(issue, [story.cast.units[FULL]], by=by, at=clock.now())
    with pytest.raises(LaunchedBefore):
        launch(draft, proposal_of(draft), by=by, at=clock.now())


def test_a_letter_that_was_replaced_is_not_launched(issue, by):
    issue.superseded_at = clock.now()
    issue.save()
    with pytest.raises(LetterReplaced):
        launched(issue, by)


class TestThePage:
    def url(self, issue: Issue) -> str:
        return reverse("asks:from_issued", args=[issue.pk])

    def test_leads_to_the_proposal(self, issue):
        client = enter("owner")
        page = client.post(
            self.url(issue), form_on(client.get(self.url(issue)), self.url(issue)), follow=True
        )
        draft = ReadIn.objects.get(source=issue.letter.source)
        assert page.request["PATH_INFO"] == reverse("asks:proposal", args=[draft.pk])
        assert NOMINATE.split()[0] in page.content.decode()

    def test_leads_to_the_campaign_once_there_is_one(self, issue, by):
        circular = launched(issue, by)
        assert enter("owner").get(self.url(issue)).url == reverse("asks:matrix", args=[circular.pk])

    def test_what_came_too_late_is_refused(self, issue, by):
        client = enter("owner")
        fields = form_on(client.get(self.url(issue)), self.url(issue))
        launched(issue, by)
        refused = client.post(self.url(issue), fields)
        assert (refused.status_code, "launched-before" in refused.content.decode()) == (409, True)

    def test_is_for_the_owners_of_the_unit_alone(self, story, issue):
        url = self.url(issue)
        let_in = {
            part for part, actor in story.cast.parts.items() if enter_as(actor).get(url).status_code == 200
        }
        assert let_in == {"owner", "other_owner"}

    def test_a_unit_without_an_owner_launches_nothing(self, story):
        assert enter("clerk").get(self.url(a_letter(unit=FULL))).status_code == 404
