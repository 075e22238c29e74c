"""An issued letter is sent for information: made, addressed and dispatched in one act."""

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as, form_on
from wian.circulars.commands.send import send
from wian.circulars.models import Circular
from wian.circulars.queries.listing import digest_of
from wian.circulars.queries.sending import units_around
from wian.circulars.refusals import LetterReplaced, ListChanged, NobodyToSendTo, SentBefore
from wian.circulars.tests.support import NUMBER, UNITS, issued, recipient_of, sent
from wian.directory.models import Unit
from wian.directory.story import FULL, INSTITUTE
from wian.directory.tests.support import written
from wian.kit import clock
from wian.ledger.models import Entry
from wian.letters.commands.supersede import supersede
from wian.letters.tests.support import new_letter
from wian.outbox.commands.tell import tell
from wian.outbox.models import Notice


def url_of(issue) -> str:
    return reverse("circulars:send", args=[issue.pk])


def typed(client, issue, **fields):
    """The page as it comes back when the list has been looked at."""
    return client.post(
        url_of(issue), {**form_on(client.get(url_of(issue)), url_of(issue)), **fields, "look": ""}
    )


def test_its_units_have_it_and_owe_nothing(story):
    with written() as entries:
        circular = sent(story)
    assert [name for name, _facts in entries] == [
        "letters.filed",
        "initiatives.started",
        "circulars.addressed",
        "circulars.dispatched",
        "circulars.sent",
    ]
    assert entries[-1][1] == {"circular": circular.pk, "letter": circular.letter_id, "units": 2}
    assert (circular.state, circular.initiative.owner_id) == ("dispatched", story.cast.parts["owner"].post)
    assert [row.unit.name for row in circular.recipients.all()] == list(UNITS)


def test_a_clerk_sends_what_the_unit_issued(story):
    """The unit has no owner: the clerk's own post is asked about it, and the clerk follows it."""
    clerk = story.cast.parts["clerk"]
    circular = send(issued(unit=FULL), [story.cast.units[UNITS[0]]], by=clerk, at=clock.now())
    assert circular.initiative.owner_id == clerk.post
    assert enter("clerk").get(reverse("circulars:recipients", args=[circular.pk])).status_code == 200


def test_everybody_in_the_units_is_told(story):
    sent(story)
    before = set(Notice.objects.values_list("pk", flat=True))
    tell(Entry.objects.filter(event="circulars.sent").latest("seq"))
    told = Notice.objects.filter(wording="circulars.sent").exclude(pk__in=before)
    assert {notice.unit.name for notice in told} == set(UNITS)
    staff = {story.cast.heads[unit].person for unit in UNITS} | {
        story.cast.preparers[unit].person for unit in UNITS
    }
    assert {notice.person_id for notice in told} == staff


def test_everybody_in_the_units_is_told_that_it_no_longer_holds(story):
    issue = issued()
    circular = sent(story, issue)
    supersede(issue, reason="ออกผิด", by=story.cast.parts["owner"], at=clock.now())
    tell(Entry.objects.get(event="letters.superseded", payload__contains=f'"letter":{issue.pk}'))
    told = Notice.objects.filter(wording="circulars.letter_superseded")
    assert {notice.unit.name for notice in told} == set(UNITS)
    url = reverse("circulars:letter", args=[circular.pk])
    assert {notice.url for notice in told} == {url}
    assert "ไม่มีผล" in enter_as(story.cast.heads[UNITS[0]]).get(url).content.decode()


class TestIsRefused:
    def send(self, story, issue, units=UNITS[:1], seen=None):
        rows = [story.cast.units[name] for name in units]
        with written() as entries:
            try:
                send(issue, rows, seen=seen, by=story.cast.parts["owner"], at=clock.now())
            finally:
                assert entries == []

    def test_without_units(self, story):
        with pytest.raises(NobodyToSendTo):
            self.send(story, issued(), units=())

    def test_a_second_time(self, story):
        issue = issued()
        sent(story, issue)
        with pytest.raises(SentBefore):
            self.send(story, issue)
        assert Circular.objects.filter(letter=issue.letter).count() == 1

    def test_when_it_was_replaced(self, story):
        issue = issued()
        issue.superseded_by, issue.superseded_at = new_letter("อื่น"), clock.now()
        issue.save()
        with pytest.raises(LetterReplaced):
            self.send(story, issue)

    def test_with_another_list_than_was_seen(self, story):
        with pytest.raises(ListChanged):
            self.send(story, issued(), seen=digest_of([story.cast.units[UNITS[1]]]))


class TestThePage:
    def test_shows_whom_it_reaches_then_sends_it_once(self, story):
        issue, owner = issued(), enter("owner")
        page = typed(owner, issue, units="1. กองสื่อสารองค์กร\nกคพ.\nกองสื่อสารองค์กร")
        shown = page.content.decode()
        assert (page.status_code, "ส่งให้ ๒ หน่วยงาน" in shown, FULL in shown) == (200, True, True)
        assert not Circular.objects.filter(letter=issue.letter).exists()
        fields = form_on(page, url_of(issue))
        for _again in range(2):
            done = owner.post(url_of(issue), fields)
            circular = Circular.objects.get(letter=issue.letter)
            assert done.url == reverse("circulars:recipients", args=[circular.pk])
        assert [row.unit.name for row in circular.recipients.all()] == [UNITS[0], FULL]
        assert owner.get(url_of(issue)).url == done.url

    def test_goes_to_all_units_of_the_department(self, story):
        issue, owner = issued(), enter("owner")
        page = typed(owner, issue, everybody="on")
        owner.post(url_of(issue), form_on(page, url_of(issue)))
        units = {row.unit for row in Circular.objects.get(letter=issue.letter).recipients.all()}
        assert units == set(story.cast.units.values())

    def test_a_list_that_changed_after_it_was_seen_is_shown_again(self, story):
        issue, owner = issued(), enter("owner")
        fields = form_on(typed(owner, issue, units=UNITS[0]), url_of(issue))
        refused = owner.post(url_of(issue), {**fields, "units": FULL})
        page = refused.content.decode()
        assert (refused.status_code, "send-list-changed" in page, FULL in page) == (409, True, True)
        assert owner.post(url_of(issue), form_on(refused, url_of(issue))).status_code == 302

    def test_a_name_that_may_mean_several_units_is_asked_about(self, story):
        issue, owner = issued(), enter("owner")
        page = typed(owner, issue, units="กองสื่อสารองกร")
        shown = page.content.decode()
        assert "ส่งให้" not in shown
        [field] = {name for name in page.context["form"].fields if name.startswith("unit-")}
        assert f'id="id_{field}' in shown
        unit = story.cast.units[UNITS[0]]
        chosen = typed(owner, issue, **{"units": "กองสื่อสารองกร", field: unit.pk})
        assert owner.post(url_of(issue), form_on(chosen, url_of(issue))).status_code == 302
        assert [row.unit for row in Circular.objects.get(letter=issue.letter).recipients.all()] == [unit]

    @pytest.mark.parametrize("units", ["", "กองที่ไม่มีอยู่จริงเลย", "กองคลัง ๒ - ๓ คน"])
    def test_what_means_no_unit_is_said(self, story, units):
        page = typed(enter("owner"), issued(), units=units)
        assert page.context["form"].errors.keys() == {"units"}

    def test_is_for_the_writers_of_the_unit_alone(self, story):
        issue = issued(unit=FULL)
        let_in = {
            part
            for part in story.cast.parts
            if enter_as(story.cast.parts[part]).get(url_of(issue)).status_code == 200
        }
        assert let_in == {"preparer", "finance_head", "clerk", "deputy", "acting"}

    def test_a_letter_that_was_not_issued_here_is_not_there(self, story):
        url = reverse("circulars:send", args=[story.circular.letter_id])
        assert enter("owner").get(url).status_code == 404


def test_the_units_around_are_those_below_the_top_but_itself(story):
    names = {unit.name for unit in units_around(Unit.objects.get(name=INSTITUTE))}
    assert names == set(story.cast.units)


class TestALetterThatAsksNothing:
    """It has no matrix and no answer page; those who come there are led to what it has."""

    @pytest.fixture
    def circular(self, story):
        return sent(story)

    def test_is_received_then_read(self, story, circular):
        recipient = recipient_of(circular)
        client = enter("confirmer")
        url = reverse("asks:receive", args=[recipient.pk])
        page = client.get(url)
        assert "เพื่อทราบ" in page.content.decode()
        letter = reverse("circulars:letter", args=[circular.pk])
        assert client.post(url, form_on(page, url)).url == letter
        assert client.get(url).url == letter
        assert client.get(reverse("responses:answer", args=[recipient.pk])).url == letter

    def test_leads_its_owner_to_the_units(self, story, circular):
        owner = enter("owner")
        for name in ("asks:matrix", "desks:one_page"):
            assert owner.get(reverse(name, args=[circular.pk])).url == reverse(
                "circulars:recipients", args=[circular.pk]
            )

    def test_breaks_no_other_page_of_a_circular(self, story, circular):
        names = (
            "asks:matrix_sheet", "asks:extend", "asks:remind", "asks:reached", "responses:letter_timeline", "responses:names",
            "responses:names_csv", "responses:projects", "desks:line_text", "desks:share", "circulars:letter",
        )  # fmt: skip
        for name in names:
            answered = enter("owner").get(reverse(name, args=[circular.pk]))
            assert (answered.status_code, bool(answered.getvalue())) == (200, True), name

    def test_waits_on_the_desk_of_its_units_until_it_is_received(self, story, circular):
        recipient = recipient_of(circular)
        client, url = enter("confirmer"), reverse("asks:receive", args=[recipient.pk])
        assert url in client.get("/").content.decode()
        client.post(url, form_on(client.get(url), url))
        assert url not in client.get("/").content.decode()

    def test_is_no_campaign_on_the_desk_of_its_owner(self, story, circular):
        assert reverse("asks:matrix", args=[circular.pk]) not in enter("owner").get("/").content.decode()

    def test_stands_among_the_letters_sent(self, story, circular):
        page = enter("other_owner").get(reverse("circulars:sent")).content.decode()
        assert NUMBER in page
        assert reverse("circulars:recipients", args=[circular.pk]) in page
        assert enter("clerk").get(reverse("circulars:sent")).status_code == 200
        assert NUMBER not in enter("clerk").get(reverse("circulars:sent")).content.decode()
        assert enter("auditor").get(reverse("circulars:sent")).status_code == 404
