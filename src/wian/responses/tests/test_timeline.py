"""The timelines of a letter and of a unit's answer."""

from datetime import timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from saraban.dates import thai_date
from wian.accounts.tests.support import enter_as
from wian.asks.commands.close import close
from wian.asks.commands.extend import extend
from wian.asks.models import Ask, Obligation
from wian.circulars.models import Recipient
from wian.kit import clock
from wian.ledger.models import Entry
from wian.responses.commands.correct import correct_project
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Submission
from wian.responses.tests.unit import browser, owed_by, recipient_of

SUBMITTED = "กองบริหารทรัพยากรบุคคล"  # two names, signed on paper


def letter_url(story) -> str:
    return reverse("responses:letter_timeline", args=[story.circular.pk])


def answer_url(unit: str) -> str:
    return reverse("responses:timeline", args=[recipient_of(unit).pk])


def lines(page) -> list:
    return [line for lines in page.context["moments"] for line in lines]


def shown(page) -> list[int]:
    """The numbers of the entries on a page, as they stand."""
    return [line.entry.seq for line in lines(page)]


def about(*refs: str) -> set[int]:
    return {entry.seq for entry in Entry.objects.all() if entry.about in refs}


def own(unit: str) -> set[int]:
    """Everything that happened to one unit's answer."""
    recipient = recipient_of(unit)
    owed = Obligation.objects.filter(recipient=recipient)
    return about(f"circulars.recipient:{recipient.pk}", *(f"asks.obligation:{row.pk}" for row in owed))


def test_a_unit_sees_all_that_happened_to_its_answer_the_oldest_first(story, unit):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    page = shown(browser("preparer").get(answer_url(unit.name)))
    assert set(page) == own(unit.name) | about(f"circulars.circular:{story.circular.pk}")
    assert page == sorted(page)


def test_it_sees_nothing_of_other_units(story, unit):
    page = set(shown(browser("preparer").get(answer_url(unit.name))))
    for other in Recipient.objects.exclude(unit__name=unit.name).select_related("unit"):
        assert not page & own(other.unit.name)


def test_it_is_told_of_more_time_that_it_was_given_but_not_of_others(story, unit, untouched, owner):
    asks = list(Ask.objects.filter(circular=story.circular))
    units = [unit.recipient, recipient_of(SUBMITTED)]
    extend(story.circular, asks=asks, units=units, until=TOLD + timedelta(days=9), by=owner, at=TOLD)
    extended = Entry.objects.latest("seq").seq
    page = browser("preparer").get(answer_url(unit.name))
    assert extended in shown(page)
    assert thai_date(clock.day_of(TOLD + timedelta(days=9))) in page.content.decode()
    assert extended not in shown(enter_as(untouched.preparer).get(answer_url(untouched.name)))
    extend(story.circular, asks=asks, units=None, until=TOLD + timedelta(days=19), by=owner, at=TOLD)
    assert Entry.objects.latest("seq").seq in shown(
        enter_as(untouched.preparer).get(answer_url(untouched.name))
    )


def test_a_letter_shows_all_that_happened_to_it_the_latest_first(story):
    client, entries = browser("owner"), []
    pages = client.get(letter_url(story)).context["page"].paginator.num_pages
    for number in range(1, pages + 1):
        entries += shown(client.get(f"{letter_url(story)}?page={number}"))
    recipients = Recipient.objects.filter(circular=story.circular).select_related("unit")
    everything = set().union(*(own(recipient.unit.name) for recipient in recipients))
    everything |= about(f"circulars.circular:{story.circular.pk}")
    filed = Entry.objects.get(event="letters.filed", about=f"letters.letter:{story.circular.letter_id}")
    assert set(entries) == everything | {filed.seq}
    assert entries == sorted(entries, reverse=True)


def test_one_unit_of_the_letter(story):
    recipient = recipient_of(SUBMITTED)
    page = browser("owner").get(f"{letter_url(story)}?unit={recipient.pk}")
    assert shown(page) == sorted(own(SUBMITTED), reverse=True)


@pytest.mark.parametrize(
    ("unit", "status"), [("0", 404), ("99999999999999999999", 404), ("x", 200), ("-1", 200), ("", 200)]
)
def test_a_unit_that_is_none_of_its_recipients(story, unit, status):
    assert browser("owner").get(f"{letter_url(story)}?unit={unit}").status_code == status


def test_who_did_what_in_which_office_to_which_ask(story):
    page = browser("owner").get(answer_url(SUBMITTED))
    named = next(line for line in lines(page) if line.entry.event == "responses.nominated")
    assert (named.kind, named.recipient) == (Ask.Kind.NOMINATE.label, recipient_of(SUBMITTED))
    text = page.content.decode()
    for fact in (named.entry.office, named.kind, Submission.objects.get(recipient=named.recipient).code):
        assert fact in text


def test_what_was_done_to_one_ask_says_to_which(story, owner):
    close(Ask.objects.get(circular=story.circular, kind=Ask.Kind.PROPOSE), by=owner, at=TOLD)
    line = lines(browser("owner").get(letter_url(story)))[0]
    assert (line.entry.event, line.kind) == ("asks.closed", Ask.Kind.PROPOSE.label)


def test_a_name_is_told_to_the_unit_and_to_the_owner_only_once_it_was_sent(story, unit):
    name, owner, preparer = str(unit.first), browser("owner"), browser("preparer")
    pages = (answer_url(unit.name), f"{letter_url(story)}?unit={unit.recipient.pk}")

    def told(client) -> list[bool]:
        return [name in client.get(page).content.decode() for page in pages]

    assert (told(owner), told(preparer)) == ([False, False], [True, False])
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert told(owner) == [True, True]


def test_a_project_and_what_became_of_it_lead_to_its_lineage(story, unit):
    owed = owed_by(unit.name, Ask.Kind.PROPOSE)
    project = propose(owed, Project(title="ลดขั้นตอน"), by=unit.preparer, at=TOLD)
    correct_project(project, Project(title="ลดขั้นตอนหน้าเคาน์เตอร์"), by=unit.preparer, at=TOLD)
    page = browser("preparer").get(answer_url(unit.name))
    url = reverse("responses:project_lineage", args=[project.pk])
    named = [
        (line.entry.event, line.named.title) for line in lines(page) if line.named and line.named.url == url
    ]
    assert named == [
        ("responses.proposed", "ลดขั้นตอนหน้าเคาน์เตอร์"),
        ("responses.corrected", "ลดขั้นตอนหน้าเคาน์เตอร์"),
    ]


def test_outsiders_get_404(story):
    for who in ("outsider", "preparer", "other_owner", "administrator"):
        for url in (answer_url(SUBMITTED), letter_url(story)):
            assert browser(who).get(url).status_code == 404, who


@pytest.mark.parametrize("which", ["letter", "answer"])
def test_it_asks_no_more_with_more_entries(story, untouched, asks_no_more_with_more_rows, which):
    def add(count: int) -> None:
        for number in range(count):
            withdraw(untouched.add("ชื่อ", f"ที่{number}"), by=untouched.preparer, at=TOLD)

    url = letter_url(story) if which == "letter" else answer_url(untouched.name)
    asks_no_more_with_more_rows(browser("owner"), url, add)


def test_what_was_sent_says_which_asks_it_answers(story):
    page = enter_as(story.cast.parts["owner"]).get(answer_url(SUBMITTED))
    (sent,) = [line for line in lines(page) if line.entry.event == "responses.submitted"]
    code = Submission.objects.get(recipient=recipient_of(SUBMITTED)).code
    assert sent.named.title == f"หลักฐานการส่ง {code}: เสนอแผนงาน/โครงการ, เสนอชื่อ"
