"""What a unit says of a letter it has received: accepted, rejected or invalid; and what its sender sees of that."""

from datetime import timedelta

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as, form_on
from wian.circulars.commands.accept_letter import accept_letter
from wian.circulars.commands.call_invalid import call_invalid
from wian.circulars.commands.receive import receive
from wian.circulars.commands.reject_letter import reject_letter
from wian.circulars.models import Recipient
from wian.circulars.queries.sending import standings_of
from wian.circulars.refusals import NotReceived, OutcomeStands
from wian.circulars.tests.support import UNITS, recipient_of, sent
from wian.directory.tests.support import written
from wian.kit import clock
from wian.ledger.models import Entry
from wian.outbox.commands.tell import tell
from wian.outbox.models import Notice

REASON = "เป็นหน้าที่ของหน่วยงานอื่น"


@pytest.fixture
def circular(story):
    return sent(story)


@pytest.fixture
def by(story):
    return story.cast.preparers[UNITS[0]]


@pytest.fixture
def recipient(circular, by) -> Recipient:
    """Of the first unit, which has received it."""
    row = recipient_of(circular)
    receive(row, number="๔๑", by=by, at=clock.now())
    return row


def kept(recipient: Recipient) -> tuple[str, str, str]:
    row = Recipient.objects.get(pk=recipient.pk)
    return row.outcome, row.outcome_by, row.outcome_reason


def test_a_letter_is_accepted(recipient, by):
    with written() as entries:
        accept_letter(recipient, by=by, at=clock.now())
    assert kept(recipient) == ("accepted", by.office, "")
    facts = {"recipient": recipient.pk, "unit": recipient.unit_id}
    assert entries == [("circulars.letter_accepted", facts)]


@pytest.mark.parametrize(
    ("command", "outcome", "event"),
    [(reject_letter, "rejected", "letter_rejected"), (call_invalid, "invalid", "letter_called_invalid")],
)
def test_a_letter_is_not_taken_on_and_its_sender_hears_why(story, recipient, by, command, outcome, event):
    with written() as entries:
        command(recipient, reason=REASON, by=by, at=clock.now())
    assert kept(recipient) == (outcome, by.office, REASON)
    assert [name for name, _facts in entries] == [f"circulars.{event}"]
    assert REASON not in str(entries), "what a unit types stays out of the ledger"
    tell(Entry.objects.filter(event=f"circulars.{event}").latest("seq"))
    [notice] = Notice.objects.filter(wording=f"circulars.{event}")
    assert (notice.person_id, notice.said["reason"]) == (story.cast.parts["owner"].person, REASON)
    assert REASON in enter("owner").get(notice.url).content.decode()


def test_what_was_taken_on_meanwhile_is_not_told(recipient, by):
    reject_letter(recipient, reason=REASON, by=by, at=clock.now())
    accept_letter(recipient, by=by, at=clock.now() + timedelta(hours=1))
    tell(Entry.objects.filter(event="circulars.letter_rejected").latest("seq"))
    assert not Notice.objects.filter(wording="circulars.letter_rejected").exists()
    assert kept(recipient) == ("accepted", by.office, "")


@pytest.mark.parametrize("command", [accept_letter, reject_letter, call_invalid])
class TestIsRefused:
    def say(self, command, recipient, by):
        said = {} if command is accept_letter else {"reason": "อื่น"}
        before = kept(recipient)
        with written() as entries:
            try:
                command(recipient, by=by, at=clock.now(), **said)
            finally:
                assert (entries, kept(recipient)) == ([], before)

    def test_before_it_was_received(self, circular, by, command):
        with pytest.raises(NotReceived):
            self.say(command, recipient_of(circular), by)

    def test_once_it_was_accepted(self, recipient, by, command):
        accept_letter(recipient, by=by, at=clock.now())
        with pytest.raises(OutcomeStands) as refused:
            self.say(command, recipient, by)
        assert "รับเรื่องแล้ว" in refused.value.message


class TestOnThePages:
    def url(self, name: str, recipient: Recipient) -> str:
        return reverse(f"circulars:{name}", args=[recipient.pk])

    def letter(self, recipient: Recipient) -> str:
        return reverse("circulars:letter", args=[recipient.circular_id])

    def test_a_unit_receives_before_it_says_anything(self, circular):
        row = recipient_of(circular)
        page = enter("confirmer").get(self.letter(row)).content.decode()
        assert reverse("asks:receive", args=[row.pk]) in page
        assert self.url("accept", row) not in page

    def test_it_is_accepted_by_one_button(self, recipient):
        client = enter("confirmer")
        page = client.get(self.letter(recipient))
        assert "เลขรับ ๔๑" in page.content.decode()
        url = self.url("accept", recipient)
        assert client.post(url, form_on(page, url)).url == self.letter(recipient)
        after = client.get(self.letter(recipient)).content.decode()
        assert ("รับเรื่องแล้ว" in after, url in after) == (True, False)

    @pytest.mark.parametrize(("name", "outcome"), [("reject", "rejected"), ("invalid", "invalid")])
    def test_a_reason_is_asked_for(self, recipient, name, outcome):
        client, url = enter("confirmer"), self.url(name, recipient)
        fields = form_on(client.get(url), url)
        assert "reason" in client.post(url, fields).context["form"].errors
        assert kept(recipient)[0] == ""
        assert client.post(url, {**fields, "reason": REASON}).url == self.letter(recipient)
        assert kept(recipient)[0] == outcome
        assert REASON in client.get(self.letter(recipient)).content.decode()

    @pytest.mark.parametrize("name", ["accept", "reject", "invalid"])
    def test_what_comes_too_late_is_refused(self, recipient, by, name):
        client, url = enter("confirmer"), self.url(name, recipient)
        page = client.get(self.letter(recipient) if name == "accept" else url)
        fields = {**form_on(page, url), "reason": REASON}
        accept_letter(recipient, by=by, at=clock.now())
        refused = client.post(url, fields)
        assert (refused.status_code, "outcome-stands" in refused.content.decode()) == (409, True)

    @pytest.mark.parametrize("name", ["accept", "reject", "invalid"])
    def test_only_the_unit_says_it(self, recipient, name):
        for who in ("outsider", "clerk", "owner", "auditor"):
            assert enter(who).post(self.url(name, recipient)).status_code == 404, who

    def test_its_sender_sees_each_unit(self, circular, recipient, by):
        reject_letter(recipient, reason=REASON, by=by, at=clock.now())
        url = reverse("circulars:recipients", args=[circular.pk])
        page = enter("owner").get(url).content.decode()
        assert [words for words in (*UNITS, "๔๑", by.office, REASON, "ปฏิเสธการรับ") if words not in page] == []
        rejected = enter("owner").get(url + "?show=rejected").content.decode()
        assert (UNITS[0] in rejected, UNITS[1] in rejected) == (True, False)

    def test_who_sees_each_unit(self, story, circular):
        """Whoever follows it, and the writers of the unit that issued it; not the units it went to."""
        url = reverse("circulars:recipients", args=[circular.pk])
        let_in = {
            part for part, actor in story.cast.parts.items() if enter_as(actor).get(url).status_code == 200
        }
        assert let_in == {"owner", "other_owner", "executive", "signatory", "secretary", "auditor"}

    def test_a_campaign_has_it_too(self, story):
        url = reverse("circulars:recipients", args=[story.circular.pk])
        assert enter("owner").get(url).status_code == 200
        assert enter("clerk").get(url).status_code == 404


def test_units_are_counted_by_how_they_stand(circular, recipient, by):
    assert standings_of(circular) == {
        "all": 2,
        "sent": 1,
        "received": 1,
        "accepted": 0,
        "rejected": 0,
        "invalid": 0,
    }
    call_invalid(recipient, reason=REASON, by=by, at=clock.now())
    counts = standings_of(circular)
    assert (counts["received"], counts["invalid"]) == (0, 1)


def test_the_table_asks_no_more_with_more_units(story, asks_no_more_with_more_rows):
    circular = sent(story)
    units = iter(set(story.cast.units.values()) - {row.unit for row in circular.recipients.all()})
    made = [Recipient(circular=circular, unit=unit, order=order) for order, unit in enumerate(units, start=3)]

    def add(count: int) -> None:
        Recipient.objects.bulk_create(made[:count])
        del made[:count]

    asks_no_more_with_more_rows(enter("owner"), reverse("circulars:recipients", args=[circular.pk]), add)
