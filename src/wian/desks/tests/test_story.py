"""The papers of the story: one at every step, and each on the desk of who has to do with it."""

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.circulars.models import Recipient
from wian.ledger.chain import first_break
from wian.letters.models import Draft, Entry


def test_a_paper_stands_at_every_step(story):
    assert set(Draft.objects.values_list("state", flat=True)) == {"issued", "passed", "checking", "drafting"}
    assert set(Entry.objects.values_list("state", flat=True)) == {"used", "reserved", "cancelled"}
    outcomes = Recipient.objects.filter(circular=story.sent).values_list("outcome", flat=True)
    assert sorted(outcomes) == ["", "", "accepted", "accepted", "rejected"]
    assert first_break() is None


def test_the_desks_lead_to_what_is_to_be_done(story):
    passed, checking = (Draft.objects.get(state=state) for state in ("passed", "checking"))
    desks = {
        part: enter(part).get(reverse("desks:mine")).content.decode()
        for part in ("signatory", "other_owner", "owner")
    }
    assert reverse("letters:sign", args=[passed.pk]) in desks["signatory"]
    assert reverse("letters:check", args=[checking.pk]) in desks["other_owner"]
    assert reverse("letters:check", args=[checking.pk]) not in desks["owner"]


@pytest.mark.parametrize("part", ["owner", "signatory", "other_owner"])
def test_every_paper_opens_for_those_who_have_to_do_with_it(story, part):
    browser = enter(part)
    for draft in Draft.objects.exclude(state="drafting"):
        page = reverse("letters:sign" if part == "signatory" else "letters:draft", args=[draft.pk])
        wanted = {200, 302} if part != "signatory" or draft.state == "passed" else {200, 302, 404, 409}
        assert browser.get(page).status_code in wanted
