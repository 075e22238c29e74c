"""The big country in small: what is written in bulk is what the rooms' commands would have left."""

import pytest
from django.db.models import Count, F, Q, Sum
from django.test import Client
from django.urls import reverse

from bench.country import NAMES, UNITS, build
from wian.asks.models import Ask, Exemption, Obligation
from wian.asks.queries import obligations_of
from wian.asks.states import OPEN, ObligationState
from wian.circulars.models import Recipient
from wian.kit.canonical import canonical, digest
from wian.ledger.chain import first_break
from wian.responses.commands.submit import content_of
from wian.responses.models import Nomination, Presentation, Proposal, Response, Return, Submission

S = ObligationState
SMALL = 176


@pytest.fixture
def country(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return build(units=SMALL, accounts=3, crowds=2)


@pytest.fixture
def owed(country):
    return Obligation.objects.filter(ask__circular=country.wide)


def test_every_unit_owes_every_ask_and_every_state_is_there(country, owed):
    assert (country.wide.recipients.count(), owed.count()) == (SMALL, 10 * SMALL)
    assert set(owed.values_list("state", flat=True)) == set(S.values)


def test_what_is_taken_is_what_is_in_and_never_too_much(owed):
    assert not owed.filter(taken__gt=F("max")).exists()
    assert not owed.filter(Q(nil=True), Q(taken__gt=0)).exists()
    for kind, model in ((Ask.Kind.NOMINATE, Nomination), (Ask.Kind.PROPOSE, Proposal)):
        counted = owed.filter(ask__kind=kind)
        rows = model.objects.filter(response__obligation__in=counted)
        by_answer = dict(rows.values_list("response").annotate(count=Count("pk")).order_by())
        assert by_answer == dict(counted.exclude(taken=0).values_list("pk", "taken"))
        assert rows.exclude(sent_at=None).count() == counted.aggregate(all=Sum("sent"))["all"] > 0


def test_as_many_people_stand_with_the_owner_as_were_asked_for(owed):
    assert Nomination.objects.filter(response__obligation__in=owed).exclude(sent_at=None).count() == (
        NAMES * SMALL // UNITS
    )


def test_the_facts_belong_to_the_states(owed):
    done, open_ = owed.filter(state__in=[S.SUBMITTED, S.ACCEPTED]), owed.filter(state__in=OPEN)
    assert not done.filter(Q(sent=None) | ~Q(sent=F("taken")) | Q(submitted_at=None)).exists()
    assert not open_.exclude(sent=None).exists()
    assert not owed.filter(state__in=[S.PENDING, S.EXEMPT]).filter(Q(taken__gt=0) | Q(nil=True)).exists()
    assert not owed.filter(state=S.DRAFT, taken=0).exists()
    for state, fact in ((S.AWAITING_SIGNATURE, "prepared_at"), (S.RETURNED, "returned_at")):
        assert set(owed.filter(state=state)) == set(owed.exclude(**{fact: None})) != set()
    assert set(owed.filter(late=True)) == set(owed.filter(submitted_at__gt=F("due_at")))


def test_each_state_has_the_rows_that_came_with_it(owed):
    answered = owed.exclude(state__in=[S.PENDING, S.EXEMPT]).values_list("pk", flat=True)
    assert set(Response.objects.filter(obligation__in=owed).values_list("pk", flat=True)) == set(answered)
    returned, exempt = owed.filter(state=S.RETURNED), owed.filter(state=S.EXEMPT)
    assert Return.objects.filter(obligation__in=returned).count() == returned.count() > 0
    assert Exemption.objects.filter(obligation__in=exempt).count() == exempt.count() > 0
    signed = set(owed.exclude(submitted_at=None).values_list("recipient", flat=True))
    waiting = set(owed.filter(state=S.AWAITING_SIGNATURE).values_list("recipient", flat=True))
    assert {row.recipient_id for row in Submission.objects.filter(recipient__in=signed)} == signed
    assert set(Presentation.objects.values_list("recipient", flat=True)) >= signed | waiting
    away = set(Recipient.objects.filter(received_at=None, pk__in=owed.values("recipient")))
    assert away
    assert not owed.filter(recipient__in=away).exclude(state=S.PENDING).exists()


def test_a_submission_says_what_the_answer_says(country):
    unreturned = Submission.objects.exclude(recipient__in=Return.objects.values("obligation__recipient"))
    for submission in unreturned.filter(recipient__circular=country.wide)[:20]:
        standing = [row for row in obligations_of(submission.recipient) if row.sent is not None]
        assert submission.content == canonical(content_of(submission.recipient, standing))
        assert submission.sha256 == digest(submission.content)


def test_the_ledger_is_whole(country):
    assert first_break() is None


def test_its_people_find_their_pages(country):
    owner, preparer = Client(), Client()
    owner.force_login(country.owner)
    unit, account = next(iter(country.preparers.items()))
    preparer.force_login(account)
    for name in ("asks:matrix", "responses:names", "responses:projects", "desks:one_page"):
        assert owner.get(reverse(name, args=[country.wide.pk])).status_code == 200, name
    for circular in (country.wide, country.fresh):
        mine = Recipient.objects.get(circular=circular, unit=unit)
        assert preparer.get(reverse("responses:answer", args=[mine.pk])).status_code == 200
    [sent, *_] = Obligation.objects.filter(ask__circular=country.wide, state=S.SUBMITTED)
    assert owner.get(reverse("responses:review", args=[sent.pk])).status_code == 200
