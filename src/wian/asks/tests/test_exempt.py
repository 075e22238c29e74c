"""A unit is exempted with a reason, from all of an ask or from what it sent too little of."""

from uuid import uuid4

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.asks.commands.exempt import end_exemption, exempt
from wian.asks.models import Exemption, Obligation
from wian.asks.queries import obligations_of, progress_of
from wian.asks.refusals import NotInThatState
from wian.asks.states import OPEN, ObligationState
from wian.circulars.models import Recipient
from wian.kit import clock
from wian.ledger.models import Entry

S = ObligationState
REASON = "ไม่มีงานบริการในความรับผิดชอบ"


@pytest.fixture
def owed(story) -> Obligation:
    """What a unit that has sent nothing owes: two people."""
    unit = Recipient.objects.get(circular=story.circular, unit__name="ศูนย์ข้อมูลและดิจิทัล")
    return obligations_of(unit)[1]


def put(owed: Obligation, **facts) -> None:
    Obligation.objects.filter(pk=owed.pk).update(**facts)
    owed.refresh_from_db()


def fresh(owed: Obligation) -> Obligation:
    return Obligation.objects.get(pk=owed.pk)


@pytest.mark.parametrize("state", OPEN)
def test_whatever_is_open_and_was_not_sent(owed, owner, state):
    put(owed, state=state, taken=1)
    exempt(owed, reason=REASON, by=owner, at=clock.now())
    assert (fresh(owed).state, fresh(owed).taken) == (S.EXEMPT, 1)
    exemption = Exemption.objects.get(obligation=owed, ended_at=None)
    assert (exemption.reason, exemption.exempted_by) == (REASON, owner.office)
    entry = Entry.objects.order_by("-seq")[0]
    assert entry.event == "asks.exempted"
    assert REASON not in entry.payload


def test_it_counts_no_more(story, owed, owner):
    before = progress_of(story.circular)
    exempt(owed, reason=REASON, by=owner, at=clock.now())
    after = progress_of(story.circular)
    assert (after.seats, after.units) == (before.seats - 2, before.units)
    assert after.asks[1].waiting == before.asks[1].waiting - 1


@pytest.mark.parametrize(("taken", "state"), [(0, S.PENDING), (1, S.DRAFT)])
def test_asked_after_all_it_goes_on_with_what_it_had_in(owed, owner, taken, state):
    put(owed, state=S.DRAFT, taken=taken)
    exempt(owed, reason=REASON, by=owner, at=clock.now())
    end_exemption(owed, by=owner, at=clock.now())
    assert (fresh(owed).state, fresh(owed).taken) == (state, taken)
    assert Exemption.objects.get(obligation=owed).ended_at == clock.now()


def test_what_was_sent_too_little_of_is_enough_from_then_on(story, owed, owner):
    put(owed, state=S.SUBMITTED, taken=1, sent=1, min=2)
    names = progress_of(story.circular).names
    exempt(owed, reason=REASON, by=owner, at=clock.now())
    row = obligations_of(owed.recipient)[1]
    assert (row.state, row.min, row.is_short) == (S.SUBMITTED, 1, False)
    assert progress_of(story.circular).names == names, "what was sent counts"
    assert Exemption.objects.get(obligation=owed).reason == REASON


@pytest.mark.parametrize(
    "facts",
    [
        {"state": S.SUBMITTED, "taken": 2, "sent": 2, "min": 2},
        {"state": S.ACCEPTED, "taken": 2, "sent": 2, "min": 2},
        {"state": S.SUBMITTED, "taken": 0, "sent": 0, "nil": True},
        {"state": S.DRAFT, "taken": 2, "sent": 2, "min": 2},
        {"state": S.EXEMPT},
    ],
    ids=["sent", "complete", "nothing to send", "being added to", "exempt"],
)
def test_from_what_was_sent_nobody_is_exempted(owed, owner, facts):
    put(owed, **facts)
    with pytest.raises(NotInThatState):
        exempt(owed, reason=REASON, by=owner, at=clock.now())
    assert (fresh(owed).state, fresh(owed).min) == (facts["state"], facts.get("min", owed.min))
    assert not Exemption.objects.filter(obligation=owed).exists()


def test_only_an_exemption_is_ended(owed, owner):
    with pytest.raises(NotInThatState):
        end_exemption(owed, by=owner, at=clock.now())
    assert fresh(owed).state == S.PENDING


def test_on_the_pages(owed):
    browser = enter("owner")
    url = reverse("asks:exempt", args=[owed.pk])
    assert browser.get(url).status_code == 200
    empty = browser.post(url, {"key": str(uuid4()), "reason": " "})
    assert (empty.status_code, set(empty.context["form"].errors)) == (200, {"reason"})
    assert browser.post(url, {"key": str(uuid4()), "reason": REASON}).status_code == 302
    assert fresh(owed).state == S.EXEMPT
    again = reverse("asks:end_exemption", args=[owed.pk])
    assert REASON in browser.get(again).content.decode()
    assert browser.post(again, {"key": str(uuid4())}).status_code == 302
    assert fresh(owed).state == S.PENDING


def test_exempted_from_the_rest_one_is_led_back_to_the_answer(owed):
    put(owed, state=S.SUBMITTED, taken=1, sent=1, min=2)
    done = enter("owner").post(
        reverse("asks:exempt", args=[owed.pk]), {"key": str(uuid4()), "reason": REASON}
    )
    assert done.url == reverse("responses:review", args=[owed.pk])


def test_what_cannot_be_is_refused_by_name(owed):
    browser, key = enter("owner"), {"key": str(uuid4()), "reason": REASON}
    url = reverse("asks:end_exemption", args=[owed.pk])
    pages = [browser.get(url), browser.post(url, key)]
    put(owed, state=S.ACCEPTED, sent=owed.min, taken=owed.min)
    url = reverse("asks:exempt", args=[owed.pk])
    pages += [browser.get(url), browser.post(url, key)]
    for page in pages:
        assert (page.status_code, "state-moved-on" in page.content.decode()) == (409, True)


@pytest.mark.parametrize("name", ["exempt", "end_exemption"])
def test_outsiders_get_404(owed, name):
    url = reverse(f"asks:{name}", args=[owed.pk])
    for who in ("other_owner", "executive", "auditor", "preparer"):
        assert enter(who).post(url, {"key": str(uuid4()), "reason": REASON}).status_code == 404, who
    assert fresh(owed).state == S.PENDING
