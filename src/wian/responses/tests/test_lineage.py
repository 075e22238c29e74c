"""From a name or a project back to the sentence of the letter."""

import html
import re

import pytest
from conftest import TOLD
from django.urls import reverse

from saraban.numerals import to_thai
from wian.asks.models import Ask
from wian.ledger.models import Entry
from wian.ledger.queries import lineage_of
from wian.responses.commands.accept import accept
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Nomination, Submission
from wian.responses.tests.unit import browser, owed_by, places_of, recipient_of

PAPER, TOLD_BY_PHONE = "กองบริหารทรัพยากรบุคคล", "กองสื่อสารองค์กร"


def url(nomination: Nomination) -> str:
    return reverse("responses:lineage", args=[nomination.pk])


def name_of(unit: str) -> Nomination:
    return Nomination.objects.filter(response=places_of(unit).pk)[0]


def events(page) -> list[str]:
    return [entry.event for entry in page.context["lineage"].entries]


def text_of(page) -> str:
    return html.unescape(page.content.decode())


CALL = ["circulars.addressed", "letters.filed", "initiatives.started"]


def test_a_name_goes_back_to_the_letter_entry_by_entry(story):
    page = browser("owner").get(url(name_of(PAPER)))
    assert events(page) == ["responses.submitted", "responses.nominated", "circulars.received", *CALL]
    entries = page.context["lineage"].entries
    numbers = re.findall(r"รายการที่\s*([๐-๙]+)", text_of(page))
    assert numbers == [to_thai(str(entry.seq)) for entry in entries]
    assert all(entry.office in text_of(page) for entry in entries)


def test_it_says_who_is_named_what_was_sent_and_who_signed(story):
    name, sent = name_of(PAPER), Submission.objects.get(recipient=recipient_of(PAPER))
    letter = story.circular.letter
    text = text_of(browser("owner").get(url(name)))
    facts = (
        str(name), name.post, PAPER, sent.code, sent.signature.name, sent.signature.capacity,
        letter.subject, letter.signatory, letter.position, story.circular.initiative.title,
    )  # fmt: skip
    assert [fact for fact in facts if fact not in text] == []


@pytest.mark.parametrize("kind", [Ask.Kind.NOMINATE, Ask.Kind.PROPOSE])
def test_it_quotes_exactly_the_sentence_that_asked_for_it(story, unit, kind):
    owed = owed_by(unit.name, kind)
    if kind == Ask.Kind.NOMINATE:
        page = browser("preparer").get(url(unit.first))
    else:
        proposal = propose(owed, Project(title="ลดขั้นตอนหน้าเคาน์เตอร์"), by=unit.preparer, at=TOLD)
        page = browser("preparer").get(reverse("responses:project_lineage", args=[proposal.pk]))
    marked = re.findall(r"<mark[^>]*>(.*?)</mark>", text_of(page), re.DOTALL)
    assert marked == [owed.ask.sentence]


def test_the_words_around_it_are_those_of_the_letter(story):
    owed = places_of(PAPER)
    text = text_of(browser("owner").get(url(name_of(PAPER))))
    before, _mark, after = owed.ask.circular.letter.text.partition(owed.ask.sentence)
    assert before.strip().splitlines()[-1] in text
    assert after.strip().splitlines()[0] in text
    assert before.strip().splitlines()[0] not in text, "the rest is in the letter"


def test_an_ask_that_is_no_sentence_of_the_letter_stands_in_its_own_words(story):
    """The owner may have added it by hand."""
    Ask.objects.filter(pk=places_of(PAPER).ask_id).update(start=0, end=0, what="ส่งรายชื่อทางโทรศัพท์")
    text = text_of(browser("owner").get(url(name_of(PAPER))))
    assert ("ส่งรายชื่อทางโทรศัพท์" in text, "<mark" in text) == (True, False)


def test_a_link_leads_to_the_sentence_in_the_letter(story):
    client = browser("owner")
    page = text_of(client.get(url(name_of(PAPER))))
    [(link, anchor)] = re.findall(r'href="(/circulars/\d+/letter/\?mark=[^"]+)#([^"]+)"', page)
    assert f'<mark id="{anchor}">{places_of(PAPER).ask.sentence}</mark>' in text_of(client.get(link))


def test_what_the_owner_wrote_down_says_so(story):
    page = browser("owner").get(url(name_of(TOLD_BY_PHONE)))
    assert events(page) == ["responses.submitted", "responses.nominated", *CALL], (
        "the unit has not received the letter"
    )
    assert Submission.objects.get(recipient=recipient_of(TOLD_BY_PHONE)).on_behalf.informant in text_of(page)


def test_before_it_was_sent_only_the_unit_reads_it(story, unit):
    page = browser("preparer").get(url(unit.first))
    assert events(page) == ["responses.nominated", "circulars.received", *CALL]
    assert [browser(who).get(url(unit.first)).status_code for who in ("owner", "auditor")] == [404, 404]
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert [browser(who).get(url(unit.first)).status_code for who in ("owner", "auditor")] == [200, 200]


def test_a_withdrawn_name_says_that_it_was_withdrawn(story, unit):
    gone = unit.first
    withdraw(gone, by=unit.preparer, at=TOLD)
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    page = browser("preparer").get(url(gone))
    assert events(page)[:2] == ["responses.withdrawn", "responses.nominated"]
    assert browser("owner").get(url(gone)).status_code == 404, "it never left the unit"


def test_outsiders_get_404(story):
    page = url(name_of(PAPER))
    for who in ("preparer", "outsider", "other_owner", "administrator"):
        assert browser(who).get(page).status_code == 404, who


def test_the_auditor_is_led_to_the_entries(story):
    client = browser("auditor")
    entry = client.get(url(name_of(PAPER))).context["lineage"].entries[-1]
    place = f"{reverse('ledger:entries')}?entry={entry.seq}"
    assert f'href="{place}#entry-{entry.seq}"' in text_of(client.get(url(name_of(PAPER))))
    assert f'id="entry-{entry.seq}"' in text_of(client.get(place))
    assert client.get(f"{place}{'9' * 30}").status_code == 200, "one that is not there yet"


def test_no_act_of_an_answer_forgets_what_led_to_it(story, unit, owner):
    """Whatever was recorded about a circular, a recipient or what it owes goes back to the letter."""
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    accept(unit.places, by=owner, at=TOLD)
    answers = [
        entry
        for entry in Entry.objects.all()
        if entry.about_ref.type in {"circulars.circular", "circulars.recipient", "asks.obligation"}
    ]
    # A letter from elsewhere begins when it is filed, one that is written here with its draft.
    begun = {"letters.filed", "letters.put_forward"}
    lost = [entry for entry in answers if lineage_of(entry)[-1].event not in begun]
    assert (bool(answers), lost) == (True, [])


def test_it_asks_no_more_with_more_names(story, unit, asks_no_more_with_more_rows):
    def add(count: int) -> None:
        for number in range(count):
            withdraw(unit.add("ชื่อ", f"ที่{number}"), by=unit.preparer, at=TOLD)

    asks_no_more_with_more_rows(browser("preparer"), url(unit.first), add)
