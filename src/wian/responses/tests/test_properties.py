"""Whatever a unit and the owner do, in whatever order: no place too many, nothing lost, nothing changed once it is sent."""

from contextlib import suppress
from typing import Any

from conftest import TOLD
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wian.asks.states import DONE, FROM, ObligationState
from wian.kit.refusal import Refusal
from wian.ledger.models import Head
from wian.responses.commands.accept import accept
from wian.responses.commands.nominate import Name
from wian.responses.commands.present import present
from wian.responses.commands.record_on_behalf import Told, record_on_behalf
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Submission
from wian.responses.tests.unit import Unit

GIVEN = ("กานต์", "ขวัญ", "คณิน", "จันทร์")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(GIVEN)),
        st.tuples(st.just("tell"), st.sampled_from(GIVEN)),
        st.tuples(st.sampled_from(["withdraw", "nothing", "present", "sign", "accept"]), st.just("")),
    ),
    max_size=12,
)


def take(step: tuple[str, str], unit: Unit, owner: Any) -> None:
    verb, given_name = step
    match verb:
        case "add":
            unit.add(given_name, "ทดลอง")
        case "tell":
            name = Name(given_name=given_name, family_name="ทดลอง", post="นิติกร", phone="0811112222")
            record_on_behalf(
                unit.recipient,
                {unit.places: Told(names=[name])},
                channel="phone",
                informant="ก",
                told_at=TOLD,
                by=owner,
                at=TOLD,
            )
        case "withdraw":
            withdraw(unit.first, by=unit.preparer, at=TOLD)
        case "nothing":
            respond_nil(unit.places, reason="ไม่มี", by=unit.preparer, at=TOLD)
        case "present":
            present(unit.recipient, by=unit.preparer, at=TOLD)
        case "sign":
            sign_off(unit.recipient, by=unit.head, at=TOLD)
        case "accept":
            accept(unit.places, by=owner, at=TOLD)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_they_do(unit: Unit, owner: Any, steps: list[tuple[str, str]]):
    with transaction.atomic():
        for step in steps:
            before, names, entries = unit.places, unit.names, Head.objects.get().seq
            refused = True
            with suppress(Refusal):
                take(step, unit, owner)
                refused = False
            after = unit.places
            assert after.taken == len(unit.names) <= after.max
            assert not (after.nil and after.taken)
            if refused:
                assert (after.state, unit.names) == (before.state, names)
                assert Head.objects.get().seq == entries
            else:
                assert Head.objects.get().seq > entries
                # An entry on behalf names and submits in one act.
                assert before.state in FROM[ObligationState(after.state)] or before.state == after.state
            if before.state in DONE:
                assert unit.names == names
            assert Submission.objects.filter(recipient=unit.recipient).count() == (after.state in DONE)
        transaction.set_rollback(True)
