"""Everybody hears what they have to know, and nothing else: an event is told, or it says here why not."""

import json

import pytest
from django.test import Client
from django.utils import translation

from wian.accounts.models import Account
from wian.accounts.tests.support import BACKEND
from wian.house import catalogue
from wian.kit.notices import PLACE, WORDINGS, Wording, fill, notices_of, told_events
from wian.ledger.models import Entry
from wian.outbox.commands.tell import tell
from wian.outbox.models import Notice

OWN = "the unit's own work: it is told when the answer is put forward or leaves"
SETTING = "setting the site up, in the presence of whoever it concerns"
LAUNCH = "a step of the launch, which is told"
SELF = "done by whoever it concerns, for themselves"
REGISTER = "the unit's own register"
SILENT = {
    "accounts.account_opened": SETTING,
    "asks.facts_corrected": "the office corrects its own draft; nobody else sees it yet",
    "asks.put_aside": "the office's own draft; nobody else has seen it",
    "circulars.addressed": LAUNCH,
    "circulars.dispatched": LAUNCH,
    "circulars.exchange_taken_in": "the unit's own register",
    "circulars.letter_accepted": "the sender sees it in the table of units; thousands of notices would say no more",
    "circulars.received": "the owner sees it in the tracking table; thousands of notices would say no more",
    "desks.share_ended": SELF,
    "desks.shared": SELF,
    "directory.address_set": SETTING,
    "directory.appointed": SETTING,
    "directory.post_added": SETTING,
    "directory.unit_added": SETTING,
    "initiatives.started": LAUNCH,
    "letters.certificate_set": SETTING,
    "letters.emblem_set": SETTING,
    "letters.filed": LAUNCH,
    "letters.given_up": "the unit's own work; its draft and the reason stay in the list",
    "letters.action_noted": REGISTER,
    "letters.number_cancelled": REGISTER,
    "letters.number_reserved": REGISTER,
    "letters.received_number_given": REGISTER,
    "letters.registered_in": REGISTER,
    "letters.scan_attached": "the unit's own file",
    "letters.signed": "on screen it is issued in the same act, which is told; on paper the unit records it itself",
    "outbox.preferred": SELF,
    "outbox.reworded": "the words are seen where they are kept, with who wrote them",
    "outbox.sent_again": "the messages themselves arrive",
    "responses.attached": OWN,
    "responses.corrected": OWN,
    "responses.detached": OWN,
    "responses.memo_numbered": OWN,
    "responses.nil_responded": OWN,
    "responses.nominated": OWN,
    "responses.opened": "the unit sees it on its page, where it matters: when it would take its answer back",
    "responses.proposal_withdrawn": OWN,
    "responses.proposed": OWN,
    "responses.withdrawn": OWN,
}
# Wordings of tests have no Thai.
KINDS = [wording for code, wording in sorted(WORDINGS.items()) if not code.startswith("test.")]


@pytest.fixture
def told(story, settings) -> list[Notice]:
    """The notices of the whole story."""
    settings.MAIL = True
    for entry in Entry.objects.order_by("seq"):
        tell(entry)
    return list(Notice.objects.select_related("person", "unit"))


@pytest.mark.static
def test_every_event_is_told_or_says_why_nobody_needs_to_hear():
    events = {event.name for event in catalogue.events()}
    assert events - told_events() == SILENT.keys(), "write it in the room's notices.py, or here"
    assert told_events() <= events


@pytest.mark.static
@pytest.mark.parametrize("wording", KINDS, ids=lambda wording: wording.code)
def test_a_wording_is_whole_in_both_languages(wording: Wording):
    said = {}
    for language in ("en", "th"):
        with translation.override(language):
            parts = [str(wording.when), str(wording.subject), str(wording.body)]
            assert wording.strangers(*parts[1:]) == []
            assert not PLACE.search(fill(parts[1] + parts[2], wording.example))
            said[language] = parts
    assert [th for th, en in zip(said["th"], said["en"], strict=True) if th == en] == [], "write the Thai"
    assert "\n" not in said["th"][1] + said["en"][1]


def test_every_notice_of_the_story_fills_its_words(told):
    assert len({notice.wording for notice in told}) > 10
    empty = {
        notice.wording for notice in told if WORDINGS[notice.wording].example.keys() - notice.said.keys()
    }
    assert empty == set()


def test_every_notice_of_the_story_leads_to_a_page_that_its_reader_may_open(told):
    wrong = set()
    browsers: dict[int, Client] = {}
    for notice in told:
        if notice.person_id not in browsers:
            account = Account.objects.filter(person=notice.person_id).first()
            account = account or Account.objects.create_user(
                f"person-{notice.person_id}", person=notice.person
            )
            browsers[notice.person_id] = Client()
            browsers[notice.person_id].force_login(account, BACKEND)
        page = browsers[notice.person_id].get(notice.url, follow=True)
        if page.status_code != 200:
            wrong.add((notice.wording, notice.url, page.status_code))
    assert wrong == set()


def test_notices_name_nobody(told, story):
    names = {actor.name.split()[-1] for actor in (*story.cast.heads.values(), *story.cast.preparers.values())}
    facts = {fact for notice in told for name, fact in notice.said.items() if isinstance(fact, str)}
    assert {name for name in names for fact in facts if name in fact} == set()


def test_what_is_about_rows_that_are_gone_is_not_told(story):
    """An entry outlives its rows: a purge may blank or close what it was about."""
    for event in told_events():
        for entry in Entry.objects.filter(event=event)[:1]:
            entry.payload = _pointing_nowhere(entry)
            assert notices_of(entry) == [], event


def _pointing_nowhere(entry: Entry) -> str:
    gone = {
        name: 10**9 if type(value) is int and name not in {"schema", "number", "names"} else value
        for name, value in entry.fields.items()
    }
    return json.dumps({**gone, **({"asks": [10**9]} if entry.event == "asks.extended" else {})})
