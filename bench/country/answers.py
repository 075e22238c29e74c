"""What units have done with a letter by now: every state, with the rows that belong to it, all at once.

The rows are those that the rooms' commands would have left, and the ledger's entries with them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from random import Random

from bench.country import words
from bench.country.land import Land, bulk
from saraban.words import person_key
from wian.asks.events import Exempted
from wian.asks.models import Ask, Exemption, Obligation
from wian.asks.states import ObligationState
from wian.circulars.events import Received
from wian.circulars.models import Circular, Recipient
from wian.directory.models import Holding
from wian.initiatives.queries import issues_of
from wian.kit.actor import Actor
from wian.kit.canonical import canonical, digest
from wian.kit.ref import Ref
from wian.ledger.chain import Fact, append
from wian.ledger.events import Event
from wian.letters.models import Incoming
from wian.responses.commands.submit import LETTERS, NAME_FIELDS, PROJECT_FIELDS
from wian.responses.events import (
    Accepted,
    NilResponded,
    Nominated,
    Opened,
    Presented,
    Proposed,
    Returned,
    Submitted,
)
from wian.responses.models import Nomination, Presentation, Proposal, Response, Return, Signature, Submission

K, S = Ask.Kind, ObligationState
SENT = (S.SUBMITTED, S.ACCEPTED, S.RETURNED)
# How far a unit is -> how many of a hundred.
MOODS = {"away": 8, "received": 14, "drafting": 20, "awaiting": 10, "partly": 14, "sent": 12, "accepted": 22}
FACTS = 5000


@dataclass(slots=True)
class Rows:
    """What is to be inserted, table by table; facts say what they name only once it has its key."""

    owed: list[Obligation] = field(default_factory=list)
    incoming: list[Incoming] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    names: list[Nomination] = field(default_factory=list)
    projects: list[Proposal] = field(default_factory=list)
    presentations: list[Presentation] = field(default_factory=list)
    submissions: list[Submission] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    returns: list[Return] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)
    facts: list[tuple[datetime, Callable[[], Fact]]] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """One ask of a unit, answered: its items, and when it was worked on."""

    owed: Obligation
    response: Response
    items: list[Nomination | Proposal]


class Answers:
    """Every unit of a circular somewhere in the work as of `at`; `names` people stand with the owner at the most."""

    def __init__(self, circular: Circular, land: Land, *, names: int, random: Random, at: datetime) -> None:
        assert circular.dispatched_at
        self.circular, self.land, self.random, self.at = circular, land, random, at
        self.sent_out = circular.dispatched_at
        self.room = names
        self.issues = list(issues_of(circular.initiative))
        self.rows = Rows()

    def write(self, owed: Sequence[Obligation]) -> None:
        """Decide on each of `owed`, unit after unit, and insert everything."""
        rows = self.rows
        rows.owed = list(owed)
        by_unit = [(unit, list(each)) for unit, each in groupby(owed, key=lambda row: row.recipient)]
        moods = self.random.choices(list(MOODS), list(MOODS.values()), k=len(by_unit))
        for (recipient, each), mood in zip(by_unit, moods, strict=True):
            if mood != "away":
                self._unit(recipient, each, mood)
        Recipient.objects.bulk_update(
            [recipient for recipient, _ in by_unit], ["received_at", "received_by"], batch_size=500
        )
        for table in (
            rows.owed, rows.incoming, rows.responses, rows.names, rows.projects, rows.presentations,
            rows.submissions, rows.signatures, rows.returns, rows.exemptions,
        ):  # fmt: skip
            bulk(table)
        rows.facts.sort(key=lambda fact: fact[0])
        for start in range(0, len(rows.facts), FACTS):
            append([fact() for _at, fact in rows.facts[start : start + FACTS]])

    def _unit(self, recipient: Recipient, owed: list[Obligation], mood: str) -> None:
        preparer, head = (
            _actor(held[recipient.unit_id], recipient) for held in (self.land.preparers, self.land.heads)
        )
        received = self._between(self.sent_out, self.sent_out + (self.at - self.sent_out) / 3)
        recipient.received_at, recipient.received_by = received, preparer.office
        self.rows.incoming.append(
            Incoming(unit=recipient.unit, letter=self.circular.letter, received_at=received)
        )
        self._fact(
            received, preparer, recipient, lambda: Received(recipient=recipient.pk, unit=recipient.unit_id)
        )
        presented = self._between(received, self.at)
        signed = self._between(presented, self.at)
        parts = []
        for place, row in enumerate(owed):
            wanted = self._state(row, mood, place < len(owed) / 2)
            part = self._answer(row, wanted, preparer, self._between(received, presented))
            if part:
                parts.append(part)
        for part in parts:
            if part.owed.state == S.AWAITING_SIGNATURE:
                part.owed.prepared_at = presented
        if any(part.owed.state != S.DRAFT for part in parts):
            self._present(recipient, preparer, presented)
        if sent := [part for part in parts if part.owed.state in SENT]:
            self._submit(recipient, sent, head, signed)

    def _state(self, row: Obligation, mood: str, first_half: bool) -> ObligationState:
        luck, tap = self.random.random(), row.ask.kind == K.ACKNOWLEDGE
        if luck < 0.015:
            return S.EXEMPT
        if mood == "drafting" and not tap:
            return S.DRAFT if luck < 0.6 else S.PENDING
        if mood == "awaiting" and not tap:
            return S.AWAITING_SIGNATURE if luck < 0.9 else S.PENDING
        if mood == "sent" or (mood == "partly" and first_half):
            return S.ACCEPTED if tap else S.SUBMITTED
        if mood == "accepted":
            return S.ACCEPTED if tap or luck < 0.85 else S.SUBMITTED if luck < 0.95 else S.RETURNED
        return S.PENDING

    def _answer(self, row: Obligation, wanted: ObligationState, by: Actor, at: datetime) -> Part | None:
        """Put in what the state wants, so far as there is room for more names; None when nothing is in."""
        if wanted == S.EXEMPT:
            row.state = wanted
            self.rows.exemptions.append(
                Exemption(
                    obligation=row, reason="ภารกิจไม่เกี่ยวข้อง", exempted_by=self.land.owner.office, at=self.at
                )
            )
            self._fact(self.at, self.land.owner, row, lambda: Exempted(obligation=row.pk))
        if wanted in {S.EXEMPT, S.PENDING}:
            return None
        counts = row.ask.kind == K.NOMINATE and wanted in {S.SUBMITTED, S.ACCEPTED}
        if counts and (row.max or 0) > self.room:
            return None
        row.state = wanted
        part = Part(row, Response(obligation=row), [])
        self.rows.responses.append(part.response)
        if wanted in SENT and row.ask.kind != K.ACKNOWLEDGE and self.random.random() < 0.04:
            row.nil = True
            part.response.nil_reason = "อยู่ระหว่างปรับโครงสร้างหน่วยงาน จึงยังไม่มีข้อมูล"
            self._fact(at, by, row, lambda: NilResponded(obligation=row.pk))
        elif row.ask.kind == K.NOMINATE:
            full = wanted != S.DRAFT
            self._names(part, (row.max or 1) if full else self.random.randint(1, row.max or 1), by, at)
            if counts:
                self.room -= row.taken
        elif row.ask.kind == K.PROPOSE:
            self._projects(part, self.random.choice((1, 1, 2)), by, at)
        else:
            row.taken = 1
            if row.ask.kind != K.ACKNOWLEDGE:
                part.response.text = f"{row.recipient.unit.name}ดำเนินการแล้ว รายละเอียดตามที่แจ้งไว้"
        return part

    def _names(self, part: Part, count: int, by: Actor, at: datetime) -> None:
        keys: set[str] = set()
        while len(keys) < count:
            who = words.person(self.random)
            key = person_key(who["given_name"], who["family_name"])
            if key in keys:
                continue
            keys.add(key)
            name = Nomination(
                **who, response=part.response, person_key=key, added_at=at,
                post=self.random.choice(words.POSTS), phone=words.phone(self.random.randrange(10_000)),
            )  # fmt: skip
            part.items.append(name)
            self.rows.names.append(name)
            self._named(part, name, by, at)
        part.owed.taken = count

    def _named(self, part: Part, name: Nomination, by: Actor, at: datetime) -> None:
        self._fact(at, by, part.owed, lambda: Nominated(obligation=part.owed.pk, nomination=name.pk))

    def _projects(self, part: Part, count: int, by: Actor, at: datetime) -> None:
        for number in range(count):
            project = Proposal(
                response=part.response, added_at=at, horizon=Proposal.Horizon.SHORT, money=Proposal.Money.NONE,
                title=f"โครงการ{words.PROJECTS[number]}ของ{part.owed.recipient.unit.name}",
                issue=self.random.choice(self.issues), visible_result="ประชาชนได้รับบริการเร็วขึ้น",
                responsible=by.name, phone=words.phone(self.random.randrange(10_000)),
            )  # fmt: skip
            part.items.append(project)
            self.rows.projects.append(project)
            self._proposed(part, project, by, at)
        part.owed.taken = count

    def _proposed(self, part: Part, project: Proposal, by: Actor, at: datetime) -> None:
        self._fact(at, by, part.owed, lambda: Proposed(obligation=part.owed.pk, proposal=project.pk))

    def _present(self, recipient: Recipient, by: Actor, at: datetime) -> None:
        self.rows.presentations.append(
            Presentation(recipient=recipient, name=by.name, office=by.office, at=at)
        )
        self._fact(at, by, recipient, lambda: Presented(recipient=recipient.pk))

    def _submit(self, recipient: Recipient, parts: list[Part], by: Actor, at: datetime) -> None:
        """The parts were sent together; what is accepted, opened or sent back by now was looked at since."""
        content = canonical(_content(recipient, parts))
        submission = Submission(
            recipient=recipient, number=1, code="".join(self.random.choices(LETTERS, k=8)), content=content,
            sha256=digest(content), at=at,
        )  # fmt: skip
        way = Signature.Way.SCREEN
        self.rows.submissions.append(submission)
        self.rows.signatures.append(
            Signature(submission=submission, way=way, name=by.name, capacity=by.title, on=at.date())
        )
        for part in parts:
            row = part.owed
            row.submitted_at = at
            row.late = bool(row.due_at and row.due_at < at)
            for item in part.items:
                item.sent_at = at
            self._look(part, self._between(at, self.at))
            if row.state != S.RETURNED:
                row.sent = row.taken
        late = any(part.owed.late for part in parts)
        self._fact(
            at, by, recipient,
            lambda: Submitted(
                recipient=recipient.pk, submission=submission.pk, number=1, sha256=submission.sha256, way=way, late=late
            ),
        )  # fmt: skip

    def _look(self, part: Part, at: datetime) -> None:
        row, owner = part.owed, self.land.owner
        if row.ask.kind == K.ACKNOWLEDGE or (row.state == S.SUBMITTED and self.random.random() < 0.7):
            return
        self._fact(at, owner, row, lambda: Opened(obligation=row.pk))
        if row.state != S.RETURNED:
            row.opened_at = at
        if row.state == S.ACCEPTED:
            self._fact(at, owner, row, lambda: Accepted(obligation=row.pk, names=row.taken))
        if row.state == S.RETURNED:
            row.returned_at = at
            for item in part.items:
                item.sent_at = None
            self.rows.returns.append(
                Return(obligation=row, remark="โปรดตรวจสอบตำแหน่งให้ครบถ้วน", returned_by=owner.office, at=at)
            )
            self._fact(at, owner, row, lambda: Returned(obligation=row.pk))

    def _fact(
        self, at: datetime, by: Actor, about: Recipient | Obligation, event: Callable[[], Event]
    ) -> None:
        def fact() -> Fact:
            what = event()
            if isinstance(about, Obligation):
                ref, because = (
                    Ref("asks.obligation", about.pk),
                    Ref("circulars.recipient", about.recipient_id),
                )
            else:
                ref, because = (
                    Ref("circulars.recipient", about.pk),
                    Ref("circulars.circular", about.circular_id),
                )
            return Fact(what.name, what.payload(), at, by.key, by.office, str(ref), [str(because)])

        self.rows.facts.append((at, fact))

    def _between(self, first: datetime, last: datetime) -> datetime:
        return first + timedelta(seconds=self.random.uniform(0, (last - first).total_seconds()))


def _actor(holding: Holding, recipient: Recipient) -> Actor:
    return Actor(
        key=f"holding:{holding.pk}",
        title=holding.post.title,
        name=str(holding.person),
        unit_name=recipient.unit.name,
    )


def _content(recipient: Recipient, parts: list[Part]) -> dict[str, object]:
    """What `commands.submit.content_of` would have made of them."""
    letter = recipient.circular.letter
    return {
        "letter": {"number": letter.number, "date": letter.date.isoformat() if letter.date else None},
        "unit": {"id": recipient.unit_id, "name": recipient.unit.name},
        "asks": [
            {
                "ask": part.owed.ask_id,
                "kind": part.owed.ask.kind,
                "nothing": part.response.nil_reason if part.owed.nil else None,
                "text": part.response.text,
                "names": [
                    {name: getattr(item, name) for name in NAME_FIELDS}
                    for item in part.items
                    if isinstance(item, Nomination)
                ],
                "projects": [_project(item) for item in part.items if isinstance(item, Proposal)],
                "files": [],
            }
            for part in parts
        ],
    }


def _project(item: Proposal) -> dict[str, object]:
    plain = {name: getattr(item, name) for name in PROJECT_FIELDS}
    return {
        **plain,
        "starts_on": None,
        "ends_on": None,
        "issue": str(item.issue or ""),
        "satang": item.satang,
    }
