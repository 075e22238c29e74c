"""Never one place too many, however many people press the button at once; on either database."""

from collections import Counter

from conftest import TOLD

from wian.asks.models import Obligation
from wian.asks.queries import obligations_of
from wian.circulars.models import Recipient
from wian.kit.actor import Actor
from wian.ledger.chain import first_break
from wian.responses.commands.nominate import Name, nominate
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Nomination, Submission
from wian.responses.refusals import QuotaFull
from wian.responses.tests.unit import places_of, recipient_of

UNIT = "กองพัฒนามาตรฐานบริการ"


def staff_of(unit: str) -> Actor:
    recipient = recipient_of(unit)
    return Actor(
        key="holding:0", title="ผู้จัดทำ", unit=recipient.unit_id, roles=frozenset({"preparer", "head"})
    )


def person(number: int) -> Name:
    return Name(given_name=f"คนที่{number}", family_name="แย่งที่", post="นิติกร", phone="0800000000")


def naming(obligation: Obligation, number: int, by: Actor):
    def go() -> str:
        try:
            nominate(obligation, person(number), by=by, at=TOLD)
        except QuotaFull:
            return "full"
        return "named"

    return go


def counted(obligation: Obligation) -> tuple[int, int]:
    taken = Obligation.objects.get(pk=obligation.pk).taken
    return taken, Nomination.objects.filter(response=obligation.pk, withdrawn_at=None).count()


def test_64_people_on_one_unit_of_two_places(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    outcome = Counter(copied_database.together([naming(places, number, by) for number in range(64)]))
    assert outcome == {"named": 2, "full": 62}
    assert counted(places) == (2, 2)
    assert first_break() is None


def test_30_units_of_three_places_16_people_each(copied_database):
    first = places_of(UNIT)
    units = make_units(first, 30, places=3)
    by = Actor(key="holding:0", title="ผู้จัดทำ", roles=frozenset({"preparer"}))
    for number in range(0, 30, 2):  # two units, 32 people at a time: all of one unit at once
        pair = units[number : number + 2]
        rush = [naming(places, who, by) for places in pair for who in range(16)]
        outcome = Counter(copied_database.together(rush))
        assert outcome == {"named": 6, "full": 26}
    assert {counted(places) for places in units} == {(3, 3)}
    assert first_break() is None


def make_units(like: Obligation, count: int, *, places: int) -> list[Obligation]:
    from wian.directory.models import Unit

    made = []
    for number in range(count):
        unit = Unit.objects.create(name=f"หน่วยทดสอบที่ {number}", key=f"หน่วยทดสอบที่{number}")
        recipient = Recipient.objects.create(
            circular=like.recipient.circular, unit=unit, order=100 + number, received_at=TOLD
        )
        row = Obligation.objects.create(ask=like.ask, recipient=recipient, min=places, max=places)
        made.append(next(owed for owed in obligations_of(recipient) if owed.pk == row.pk))
    return made


def test_the_same_person_at_once_is_named_once(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    answers = copied_database.together([naming(places, 1, by)] * 8)
    assert sorted(str(answer) for answer in answers).count("named") == 1
    assert counted(places) == (1, 1)


def test_a_place_given_back_is_taken_once(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    standing = [nominate(places, person(number), by=by, at=TOLD) for number in (1, 2)]
    rows = Nomination.objects.select_related("response__obligation__recipient__unit")
    back = rows.get(pk=standing[0].pk)
    rush = [naming(places, number, by) for number in range(10, 18)]
    answers = copied_database.together([lambda: withdraw(back, by=by, at=TOLD), *rush])
    assert answers.count("named") <= 1
    taken, names = counted(places)
    assert taken == names == 1 + answers.count("named")


def test_signed_and_named_at_once_what_was_signed_is_what_stands(copied_database):
    """A name is either in the submission or refused: never added after it was signed."""
    places, by = places_of(UNIT), staff_of(UNIT)
    nominate(places, person(1), by=by, at=TOLD)
    recipient = recipient_of(UNIT)
    copied_database.together([lambda: sign_off(recipient, by=by, at=TOLD), naming(places, 2, by)])
    submission = Submission.objects.get(recipient=recipient)
    taken, names = counted(places)
    assert taken == names == submission.content.count("given_name")


def test_two_signatures_at_once_send_one_answer(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    nominate(places, person(1), by=by, at=TOLD)
    recipient = recipient_of(UNIT)
    copied_database.together([lambda: sign_off(recipient, by=by, at=TOLD)] * 4)
    assert Submission.objects.filter(recipient=recipient).count() == 1
