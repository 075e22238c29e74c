"""Never one place too many, however many people press the button at once; on either database."""

from collections import Counter
from datetime import timedelta

from conftest import TOLD
from django.db import OperationalError

from wian.asks.commands.extend import extend
from wian.asks.models import Obligation
from wian.asks.queries import obligations_of
from wian.circulars.commands.receive import receive_unless_received
from wian.circulars.models import Recipient
from wian.files.commands.keep import keep
from wian.kit.actor import Actor
from wian.ledger.chain import first_break
from wian.ledger.models import Entry
from wian.responses.commands.accept import accept
from wian.responses.commands.acknowledge import acknowledge
from wian.responses.commands.attach import attach
from wian.responses.commands.nominate import Name, nominate
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.save_draft import Typed, save_draft
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.take_back import take_back
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Attachment, Draft, Nomination, Proposal, Submission, TakeBack
from wian.responses.refusals import FilesFull, QuotaFull
from wian.responses.tests.unit import ask_too, owed_by, places_of, recipient_of

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
    """A name is in the submission, or it was added afterwards and stands with nobody yet."""
    places, by = places_of(UNIT), staff_of(UNIT)
    nominate(places, person(1), by=by, at=TOLD)
    recipient = recipient_of(UNIT)
    copied_database.together([lambda: sign_off(recipient, by=by, at=TOLD), naming(places, 2, by)])
    submission = Submission.objects.get(recipient=recipient)
    taken, names = counted(places)
    assert taken == names
    sent = Obligation.objects.get(pk=places.pk).sent
    assert sent == submission.content.count("given_name")


def test_two_signatures_at_once_send_one_answer(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    nominate(places, person(1), by=by, at=TOLD)
    recipient = recipient_of(UNIT)
    copied_database.together([lambda: sign_off(recipient, by=by, at=TOLD)] * 4)
    assert Submission.objects.filter(recipient=recipient).count() == 1


def test_eight_files_at_once_five_are_kept(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)

    def attaching(number: int):
        def go() -> str:
            file = keep(b"%d" % number, name=f"{number}.pdf", type_="application/pdf")
            try:
                attach(places, file, name=f"{number}.pdf", by=by, at=TOLD)
            except FilesFull:
                return "full"
            return "kept"

        return go

    outcome = Counter(copied_database.together([attaching(number) for number in range(8)]))
    assert outcome == {"kept": 5, "full": 3}
    assert Attachment.objects.filter(response=places.pk, withdrawn_at=None).count() == 5
    assert first_break() is None


def test_opened_and_taken_back_at_once_one_of_the_two_holds(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    owner = Actor(key="holding:1", title="เจ้าของเรื่อง", roles=frozenset({"owner"}))
    nominate(places, person(1), by=by, at=TOLD)
    recipient = recipient_of(UNIT)
    sign_off(recipient, by=by, at=TOLD)
    copied_database.together(
        [
            lambda: open_answer(places, by=owner, at=TOLD),
            lambda: take_back(recipient, by=by, at=TOLD),
            lambda: accept(places, by=owner, at=TOLD),
        ]
    )
    owed = Obligation.objects.get(pk=places.pk)
    sent = Nomination.objects.filter(response=places.pk).exclude(sent_at=None).count()
    assert (owed.sent or 0) == sent
    assert (owed.sent is None) == TakeBack.objects.filter(submission__recipient=recipient).exists()
    assert owed.sent is not None or (owed.state, owed.opened_at) == ("draft", None)


def test_two_people_typing_into_one_field_both_texts_are_there(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)

    def typing(text: str):
        return lambda: save_draft(places, "name", {"post": Typed(text, 0)}, by=by, at=TOLD)

    results = copied_database.together([typing(f"ตำแหน่งที่ {number}") for number in range(6)])
    saved = [result for result in results if result.drafts]
    assert len(saved) == 1
    standing = saved[0].drafts["post"].text
    assert {result.conflicts["post"].text for result in results if result.conflicts} == {standing}
    assert Draft.objects.get(obligation=places).text == standing


def test_signed_while_something_is_added_nothing_stands_that_was_not_signed(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    nominate(places, person(1), by=by, at=TOLD)
    recipient = recipient_of(UNIT)
    sign_off(recipient, by=by, at=TOLD)
    nominate(places, person(2), by=by, at=TOLD)
    copied_database.together(
        [lambda: sign_off(recipient, by=by, at=TOLD), naming(places, 3, by), lambda: withdraw_second(by)]
    )
    owed = Obligation.objects.get(pk=places.pk)
    names = Nomination.objects.filter(response=places.pk, withdrawn_at=None)
    assert owed.taken == names.count()
    assert owed.sent == names.exclude(sent_at=None).count()
    latest = Submission.objects.filter(recipient=recipient).latest("number")
    assert latest.content.count("given_name") == owed.sent


def withdraw_second(by: Actor) -> None:
    rows = Nomination.objects.select_related(
        "response__obligation__recipient__unit", "response__obligation__ask"
    )
    withdraw(rows.get(response=places_of(UNIT).pk, given_name="คนที่2"), by=by, at=TOLD)


def test_the_first_of_everything_at_once(copied_database):
    """Whoever is first opens the answer and receives the letter; nobody waits for ever."""
    places, projects, by = places_of(UNIT), owed_by(UNIT, "propose"), staff_of(UNIT)
    recipient = recipient_of(UNIT)

    def proposing(title: str):
        return lambda: propose(projects, Project(title=title), by=by, at=TOLD)

    copied_database.together(
        [
            *(naming(places_of(UNIT), number, by) for number in (1, 2)),
            *(proposing(title) for title in ("หนึ่ง", "สอง")),
            lambda: save_draft(places, "name", {"post": Typed("นิติกร", 0)}, by=by, at=TOLD),
            lambda: receive_unless_received(recipient, by=by, at=TOLD),
        ]
    )
    assert counted(places) == (2, 2)
    assert (
        Obligation.objects.get(pk=projects.pk).taken == Proposal.objects.filter(response=projects.pk).count()
    )
    about = Entry.objects.filter(event="circulars.received", about=f"circulars.recipient:{recipient.pk}")
    assert about.count() == 1
    assert Draft.objects.get(obligation=places).text == "นิติกร"
    assert first_break() is None


def test_a_tap_and_a_signature_at_once_both_arrive(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    note = ask_too(UNIT, "acknowledge")
    nominate(places, person(1), by=by, at=TOLD)
    recipient = recipient_of(UNIT)
    results = copied_database.together(
        [lambda: sign_off(recipient, by=by, at=TOLD), lambda: acknowledge(note, by=by, at=TOLD)]
    )
    assert sorted(row.number for row in results) == [1, 2]


def test_dates_move_while_units_sign_without_getting_in_each_others_way(copied_database):
    places, by = places_of(UNIT), staff_of(UNIT)
    owner = Actor(key="holding:1", title="เจ้าของเรื่อง", roles=frozenset({"owner"}))
    nominate(places, person(1), by=by, at=TOLD)
    recipient = recipient_of(UNIT)
    asks = [owed.ask for owed in obligations_of(recipient)]
    later = [
        lambda days=days: extend(
            recipient.circular, asks=asks, units=None, until=TOLD + timedelta(days=days), by=owner, at=TOLD
        )
        for days in (5, 6, 7)
    ]
    results = copied_database.together([*later, lambda: sign_off(recipient, by=by, at=TOLD)])
    assert [str(row) for row in results if isinstance(row, OperationalError)] == []
    assert Submission.objects.filter(recipient=recipient).count() == 1
