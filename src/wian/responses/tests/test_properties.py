"""Whatever a unit and the owner do, in whatever order and on whatever day: nothing is lost, no place too many, and an
answer that came in time never becomes late."""

import json
from contextlib import suppress
from datetime import timedelta
from typing import Any

from conftest import TOLD
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from wian.asks.commands.close import close, reopen
from wian.asks.commands.exempt import end_exemption, exempt
from wian.asks.commands.extend import ask_for_time, extend
from wian.asks.models import Ask, Obligation
from wian.asks.states import FROM, ObligationState
from wian.files.commands.keep import keep
from wian.kit.canonical import digest
from wian.kit.refusal import Refusal
from wian.ledger.chain import first_break
from wian.ledger.models import Head
from wian.responses.commands.accept import accept
from wian.responses.commands.attach import attach, detach
from wian.responses.commands.nominate import Name, nominate
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.record_on_behalf import Told, record_on_behalf
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.save_draft import Typed, save_draft
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off, sign_on_paper
from wian.responses.commands.submit import digest_of
from wian.responses.commands.take_back import take_back
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Attachment, Draft, Nomination, Proposal, Submission
from wian.responses.tests.unit import Unit, owed_by

GIVEN = ("กานต์", "ขวัญ", "คณิน", "จันทร์", "ชลธี")
KINDS = st.sampled_from([Ask.Kind.NOMINATE, Ask.Kind.PROPOSE])
ITEMS = {"names": Nomination, "projects": Proposal, "files": Attachment}


class Campaign(RuleBasedStateMachine):
    """One unit that owes names and projects, its owner, and the days that pass."""

    def __init__(self, unit: Unit, owner: Any) -> None:
        super().__init__()
        self.unit, self.owner, self.at = unit, owner, TOLD
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.inside: dict[str, set[str]] = {what: self.found(what) for what in ITEMS}
        self.typed: dict[str, str] = {}
        self.proposed = 0
        self.in_time: dict[int, bool] = {}
        self.sent: dict[int, str] = {}

    def teardown(self) -> None:
        assert first_break() is None
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)

    def owes(self, kind: str) -> Obligation:
        return owed_by(self.unit.name, kind)

    def both(self) -> list[Obligation]:
        return [self.owes(kind) for kind in (Ask.Kind.NOMINATE, Ask.Kind.PROPOSE)]

    def found(self, what: str) -> set[str]:
        owed = [row.pk for row in self.both()]
        return {str(row) for row in ITEMS[what].objects.filter(response__in=owed, withdrawn_at=None)}

    def do(self, act: Any) -> bool:
        """Act, and see that a refusal changes nothing and an act is in the ledger. Answers whether it was done."""
        before, entries = self.both(), Head.objects.get().seq
        try:
            with transaction.atomic():
                act()
        except Refusal:
            assert [vars_of(row) for row in self.both()] == [vars_of(row) for row in before]
            assert Head.objects.get().seq == entries
            return False
        assert Head.objects.get().seq > entries
        for was, is_ in zip(before, self.both(), strict=True):
            # An entry on behalf puts in and submits in one act; a tap of an acknowledgement too.
            states = {ObligationState(was.state), ObligationState(is_.state)}
            assert len(states) == 1 or was.state in FROM[ObligationState(is_.state)]
            if was.submitted_at is None and is_.submitted_at is not None:
                self.in_time[is_.pk] = is_.due_at is None or is_.submitted_at <= is_.due_at
        return True

    @rule(given=st.sampled_from(GIVEN))
    def name_somebody(self, given: str) -> None:
        name = Name(given_name=given, family_name="ทดลอง", post="นิติกร", phone="0811112222")
        owed = self.owes(Ask.Kind.NOMINATE)
        if self.do(lambda: nominate(owed, name, by=self.unit.preparer, at=self.at)):
            self.inside["names"].add(f"{given} ทดลอง")

    @rule(given=st.sampled_from(GIVEN))
    def propose_something(self, given: str) -> None:
        self.proposed += 1
        title = f"โครงการ{given} {self.proposed}"
        owed = self.owes(Ask.Kind.PROPOSE)
        if self.do(lambda: propose(owed, Project(title=title), by=self.unit.preparer, at=self.at)):
            self.inside["projects"].add(title)

    @rule(kind=KINDS, content=st.sampled_from([b"1", b"2", b"3", b"4", b"5", b"6"]))
    def attach_a_file(self, kind: str, content: bytes) -> None:
        name = f"{kind}-{content.decode()}.pdf"
        file = keep(content, name=name, type_="application/pdf")
        owed = self.owes(kind)
        if self.do(lambda: attach(owed, file, name=name, by=self.unit.preparer, at=self.at)):
            self.inside["files"].add(name)

    @rule(what=st.sampled_from(list(ITEMS)), which=st.integers(0, 5))
    def take_out(self, what: str, which: int) -> None:
        owed = [row.pk for row in self.both()]
        rows = list(ITEMS[what].objects.filter(response__in=owed, withdrawn_at=None))
        if not rows:
            return
        row = (
            ITEMS[what]
            .objects.select_related("response__obligation__recipient__unit", "response__obligation__ask")
            .get(pk=rows[which % len(rows)].pk)
        )
        verb = detach if what == "files" else withdraw
        if self.do(lambda: verb(row, by=self.unit.preparer, at=self.at)):  # type: ignore[arg-type]
            self.inside[what].discard(str(row))

    @rule(kind=KINDS)
    def nothing_to_send(self, kind: str) -> None:
        owed = self.owes(kind)
        self.do(lambda: respond_nil(owed, reason="ไม่มี", by=self.unit.preparer, at=self.at))

    @rule(field=st.sampled_from(["given_name", "post"]), text=st.text("กขค ", max_size=5), seen=st.booleans())
    def type_into_a_draft(self, field: str, text: str, seen: bool) -> None:
        owed = self.owes(Ask.Kind.NOMINATE)
        standing = Draft.objects.filter(obligation=owed, form="other", field=field).first()
        over = standing.version if standing and seen else 0
        saved = save_draft(owed, "other", {field: Typed(text, over)}, by=self.unit.preparer, at=self.at)
        assert (field in saved.conflicts) == bool(
            standing and not seen and standing.text and standing.text != text
        )
        if field in saved.drafts:
            self.typed[field] = text

    @rule()
    def put_before_the_head(self) -> None:
        self.do(lambda: present(self.unit.recipient, by=self.unit.preparer, at=self.at))

    @rule(way=st.sampled_from(["screen", "paper"]))
    def sign(self, way: str) -> None:
        recipient, seen = self.unit.recipient, digest_of(self.unit.recipient)
        if way == "screen":
            self.do(lambda: sign_off(recipient, by=self.unit.head, at=self.at, seen=seen))
        else:
            self.do(
                lambda: sign_on_paper(
                    recipient,
                    name="ก ข",
                    capacity="ผู้อำนวยการ",
                    on=self.at.date(),
                    by=self.unit.preparer,
                    at=self.at,
                    seen=seen,
                )
            )

    @rule(given=st.sampled_from(GIVEN))
    def tell_the_owner_on_the_phone(self, given: str) -> None:
        name = Name(given_name=given, family_name="โทรมา", post="นิติกร", phone="0811112222")
        told = {self.owes(Ask.Kind.NOMINATE): Told(names=[name])}
        if self.do(
            lambda: record_on_behalf(
                self.unit.recipient,
                told,
                channel="phone",
                informant="ก",
                told_at=self.at,
                by=self.owner,
                at=self.at,
            )
        ):
            self.inside["names"].add(f"{given} โทรมา")

    @rule(kind=KINDS)
    def the_owner_opens_it(self, kind: str) -> None:
        owed, before = self.owes(kind), Head.objects.get().seq
        open_answer(owed, by=self.owner, at=self.at)
        assert (Head.objects.get().seq > before) == (owed.sent is not None and owed.opened_at is None)

    @rule()
    def the_unit_takes_it_back(self) -> None:
        opened = [row.pk for row in self.both() if row.opened_at]
        self.do(lambda: take_back(self.unit.recipient, by=self.unit.preparer, at=self.at))
        assert all(row.sent is not None for row in self.both() if row.pk in opened)

    @rule(kind=KINDS)
    def the_owner_sends_it_back(self, kind: str) -> None:
        owed = self.owes(kind)
        self.do(lambda: send_back(owed, remark="ตำแหน่งไม่ครบ", by=self.owner, at=self.at))

    @rule(kind=KINDS)
    def the_owner_accepts(self, kind: str) -> None:
        owed = self.owes(kind)
        self.do(lambda: accept(owed, by=self.owner, at=self.at))

    @rule(days=st.integers(1, 4), everybody=st.booleans())
    def the_date_is_moved_on(self, days: int, everybody: bool) -> None:
        recipient, until = self.unit.recipient, self.at + timedelta(days=days)
        with suppress(Refusal), transaction.atomic():
            ask_for_time(recipient, until=until, reason="ข้อมูลยังไม่ครบ", by=self.unit.preparer, at=self.at)
        asks = [row.ask for row in self.both()]
        units = None if everybody else [recipient]
        self.do(
            lambda: extend(recipient.circular, asks=asks, units=units, until=until, by=self.owner, at=self.at)
        )

    @rule(kind=KINDS)
    def the_ask_is_closed_or_opened_again(self, kind: str) -> None:
        ask = self.owes(kind).ask
        self.do(lambda: (reopen if ask.closed_at else close)(ask, by=self.owner, at=self.at))

    @rule(kind=KINDS)
    def the_unit_is_exempted_or_asked_after_all(self, kind: str) -> None:
        owed = self.owes(kind)
        if owed.state == ObligationState.EXEMPT:
            self.do(lambda: end_exemption(owed, by=self.owner, at=self.at))
        else:
            self.do(lambda: exempt(owed, reason="อยู่ระหว่างยุบหน่วยงาน", by=self.owner, at=self.at))

    @precondition(lambda self: self.at < TOLD + timedelta(days=20))
    @rule(hours=st.sampled_from([1, 24, 72]))
    def time_passes(self, hours: int) -> None:
        self.at += timedelta(hours=hours)

    @invariant()
    def nothing_is_lost(self) -> None:
        assert {what: self.found(what) for what in ITEMS} == self.inside
        drafts = Draft.objects.filter(obligation=self.owes(Ask.Kind.NOMINATE), form="other")
        assert {draft.field: draft.text for draft in drafts} == self.typed

    @invariant()
    def no_place_too_many(self) -> None:
        for owed in self.both():
            model = Nomination if owed.ask.kind == Ask.Kind.NOMINATE else Proposal
            rows = model.objects.filter(response=owed.pk, withdrawn_at=None)
            files = Attachment.objects.filter(response=owed.pk, withdrawn_at=None)
            assert owed.taken == rows.count()
            assert owed.max is None or owed.taken <= owed.max
            assert owed.attached == files.count() <= Obligation.FILES
            assert not (owed.nil and (owed.taken or owed.attached))
            assert rows.exclude(sent_at=None).count() == (owed.sent or 0)
            assert owed.sent is not None or not files.exclude(sent_at=None).exists()

    @invariant()
    def what_came_in_time_is_never_late(self) -> None:
        for owed in self.both():
            if self.in_time.get(owed.pk):
                assert not owed.late
            assert not owed.late or owed.submitted_at > owed.due_at

    @invariant()
    def what_was_sent_stays_as_it_was_sent(self) -> None:
        for sent in Submission.objects.filter(recipient=self.unit.recipient):
            if sent.pk not in self.sent:  # what has just been sent is what stands
                said = {part["ask"]: part for part in json.loads(sent.content)["asks"]}
                for owed in self.both():
                    part = said.get(owed.ask_id, {"names": [], "projects": []})
                    assert len(part["names"]) + len(part["projects"]) == (owed.sent or 0)
            assert digest(sent.content) == sent.sha256 == self.sent.setdefault(sent.pk, sent.sha256)
        assert Submission.objects.filter(pk__in=self.sent).count() == len(self.sent)


def vars_of(row: Obligation) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_whatever_they_do(unit: Unit, owner: Any):
    run_state_machine_as_test(
        lambda: Campaign(unit, owner),  # type: ignore[arg-type]
        settings=settings(
            max_examples=25,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
