"""What the two commonest flows ask of the database: open the answer page, add one entry, be led back to the page."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from wian.accounts.tests.support import enter_as, form_on
from wian.asks.commands.exempt import end_exemption, exempt
from wian.asks.models import Ask
from wian.circulars.commands.receive import receive
from wian.kit import clock
from wian.responses.commands.save_draft import Typed, save_draft
from wian.responses.tests.unit import Unit, owed_by

PERSON = {"given_name": "ตะวัน", "family_name": "วัดผล", "post": "นิติกรชำนาญการ", "phone": "08 5555 1234"}
# A browser sends a choice that was not made, too.
PROJECT = {"title": "บริการถึงบ้าน", "horizon": "short", "money": "none", "issue": ""}
CONTROL = re.compile(r"BEGIN|SAVEPOINT|RELEASE|COMMIT|ROLLBACK")


@pytest.fixture
def received(untouched: Unit) -> Unit:
    """A unit that has received a letter with two asks and a framework, and has done nothing more."""
    receive(untouched.recipient, by=untouched.preparer, at=clock.now())
    return untouched


def flow(unit: Unit, act: str, kind: str, typed: dict[str, str]) -> list[int]:
    """How many statements each of the three requests asks; session and sign-in included, transaction control not."""
    client = enter_as(unit.preparer)
    client.get("/accounts/capacity/")  # the browser's own key is given once a sign-in
    page_url = reverse("responses:answer", args=[unit.recipient.pk])
    url = reverse(f"responses:{act}", args=[owed_by(unit.name, kind).pk])
    page, first = counted(lambda: client.get(page_url))
    fields = form_on(page, url) | typed
    done, second = counted(lambda: client.post(url, fields))
    assert done.status_code == 302
    page, third = counted(lambda: client.get(done.url))
    text = page.content.decode()
    assert all(typed[name] in text for name in ("given_name", "title") if name in typed)
    return [first, second, third]


def counted(ask: Callable[[], Any]) -> tuple[Any, int]:
    with CaptureQueriesContext(connection) as asked:
        answer = ask()
    return answer, sum(not CONTROL.match(query["sql"]) for query in asked.captured_queries)


def test_the_first_name_of_a_unit(received):
    assert flow(received, "nominate", Ask.Kind.NOMINATE, PERSON) == [4, 10, 6]


def test_the_first_project_of_a_unit(received):
    assert flow(received, "propose", Ask.Kind.PROPOSE, PROJECT) == [4, 10, 6]


def test_one_more_name_beside_names_projects_and_drafts(unit):
    assert flow(unit, "nominate", Ask.Kind.NOMINATE, PERSON) == [7, 10, 7]


def test_what_was_typed_before_an_exemption_is_there_after_it(received, owner):
    places = owed_by(received.name, Ask.Kind.NOMINATE)
    save_draft(places, "name", {"given_name": Typed("วันวาน", 0)}, by=received.preparer, at=clock.now())
    exempt(places, reason="–", by=owner, at=clock.now())
    end_exemption(places, by=owner, at=clock.now())
    assert owed_by(received.name, Ask.Kind.NOMINATE).state == "pending"
    page = enter_as(received.preparer).get(reverse("responses:answer", args=[received.recipient.pk]))
    assert 'value="วันวาน"' in page.content.decode()
