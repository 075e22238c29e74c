"""The unit's one page for a letter, and where its buttons lead when they are not pressed."""

import pytest
from django.urls import reverse

from wian.responses.tests.unit import browser


@pytest.mark.parametrize("name", ["nominate", "present", "confirm"])
def test_what_is_only_posted_leads_back_to_the_page(unit, name):
    row = unit.places if name == "nominate" else unit.recipient
    answered = browser("preparer").get(reverse(f"responses:{name}", args=[row.pk]))
    assert (answered.status_code, answered.url) == (
        302,
        reverse("responses:answer", args=[unit.recipient.pk]),
    )
    assert (unit.state, unit.places.taken) == ("draft", 1)
