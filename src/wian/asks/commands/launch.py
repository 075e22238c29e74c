"""Launch: the letter becomes a campaign, in one act or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from wian.asks.events import Launched
from wian.asks.models import Ask, Obligation, ReadIn
from wian.asks.proposal import Proposal, ProposedAsk
from wian.asks.queries.addressees import Addressees, addressees_within
from wian.asks.queries.drafts import letter_issued
from wian.asks.refusals import (
    AgencyMissing,
    ImpossibleDate,
    LaunchedBefore,
    MayNotLaunch,
    NoRecipients,
    NothingAsked,
    ProposalChanged,
    ProposalUnclear,
    UnitNamedTwice,
    UnitUndecided,
)
from wian.asks.rules import may_launch
from wian.circulars.commands.address import address
from wian.circulars.commands.dispatch import dispatch
from wian.circulars.models import Circular, Recipient
from wian.directory.commands.add_post import add_post
from wian.directory.commands.add_unit import add_unit
from wian.directory.models import Post, Role, Unit
from wian.directory.queries import department_of, levels_of, post_with, unit_under
from wian.directory.queries.matching import SAME
from wian.directory.refusals import UnitAmbiguous
from wian.initiatives.commands.start import start
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.ledger.models import Head
from wian.letters.commands.file_letter import file_letter
from wian.letters.models import Letter

# The post that a campaign belongs to when its agency has no owner yet.
OWNER_POST = "เจ้าของเรื่อง"


@dataclass(frozen=True, slots=True)
class Campaign:
    """What a launch made: the circular, and the units that had to be entered in the directory."""

    circular: Circular
    created_units: tuple[str, ...]


@act
def launch(
    draft: ReadIn, proposal: Proposal, *, by: Actor, at: datetime, seen: str | None = None
) -> Campaign:
    """Start the initiative, file and send the letter, and set out what each unit owes. What the owner's unit issued is on file.

    Units that are new, nothing in the directory being like them or the owner having said so, are entered under the owner's
    department, or the top of their tree. `proposal` is what the draft, as it was loaded, is corrected to; `seen` the digest
    of what was on the screen, None where no page was shown. Raises MayNotLaunch, ProposalUnclear, NothingAsked,
    NoRecipients, ImpossibleDate, AgencyMissing, UnitUndecided, UnitAmbiguous, UnitNamedTwice, UnitNameTooLong,
    LaunchedBefore, ProposalChanged, LetterOnFile, LetterReplaced, SentBefore.
    """
    check(draft, proposal, by=by)
    # One launch at a time on a site: two that enter the same units, or launch the same letter, would meet half-way.
    Head.objects.select_for_update().get()
    loaded, draft = draft, ReadIn.objects.select_related("source").get(pk=draft.pk)
    reading = proposal.reading
    if Circular.objects.filter(letter__source=draft.source).exists():
        raise LaunchedBefore(number=reading.number or "", subject=reading.subject or "")
    if (loaded.title, loaded.corrections) != (draft.title, draft.corrections):
        raise ProposalChanged
    if seen is not None and seen != proposal.digest(draft.title):
        raise ProposalChanged
    created: list[str] = []

    def enter(name: str, parent: Unit | None) -> Unit:
        created.append(name)
        return add_unit(name, parent=parent, by=by, at=at)

    owner = Post.objects.get(pk=by.post) if by.post else _owner_of(reading.agency, enter, by=by, at=at)
    home, addressed = department_of(owner.unit), addressees_within(proposal, owner.unit)
    check_units(addressed)
    letter = letter_issued(draft.source, reading, unit=owner.unit) or file_letter(
        kind=Letter.Kind.of(reading.kind),
        subject=reading.subject or draft.source.name,
        text=reading.text,
        source=draft.source,
        number=reading.number or "",
        on=reading.date,
        agency=reading.agency or "",
        urgency=reading.urgency or "",
        signatory=reading.signatory or "",
        position=reading.position or "",
        by=by,
        at=at,
    )
    initiative = start(
        draft.title or letter.subject,
        owner=owner,
        framework=[(pillar.title, pillar.issues) for pillar in reading.framework],
        by=by,
        at=at,
    )
    circular = address(
        letter,
        initiative=initiative,
        units=[one.unit or enter(one.name, home) for one in addressed.named],
        contact_name=reading.contact or "",
        contact_phone=reading.contact_phone or "",
        by=by,
        at=at,
    )
    obligations = _set_out(circular, proposal)
    dispatch(circular, by=by, at=at)
    draft.circular = circular
    draft.save(update_fields=["circular"])
    record(
        Launched(
            circular=circular.pk,
            asks=[ask.kind for ask in proposal.asks],
            obligations=obligations,
            seats=proposal.seats,
        ),
        by=by,
        at=at,
        about=Ref("circulars.circular", circular.pk),
        because=[Ref("letters.letter", letter.pk)],
    )
    circular.refresh_from_db()
    return Campaign(circular, tuple(created))


def check(draft: ReadIn, proposal: Proposal, *, by: Actor) -> None:
    """Refuse what must not be launched. What is merely doubtful is a question, and no reason to refuse."""
    subject = proposal.reading.subject or draft.source.name
    if not may_launch(by):
        raise MayNotLaunch(user=by.title)
    if proposal.unclear:
        raise ProposalUnclear(typed=", ".join(proposal.unclear))
    for conflict in proposal.reading.conflicts:
        if conflict.what == "impossible-date":
            raise ImpossibleDate(phrase=conflict.here)
    if not proposal.asks:
        raise NothingAsked(subject=subject)
    if not proposal.units:
        raise NoRecipients(subject=subject)


def check_units(addressed: Addressees) -> None:
    """Refuse names that may mean a unit of the directory as long as nobody has said which, and two names of one unit."""
    for one in addressed.undecided:
        if one.match.how == SAME:
            raise UnitAmbiguous(name=one.name)
        raise UnitUndecided(name=one.name, near=one.match.near[0].unit.name)
    if addressed.twice:
        name, other = addressed.twice
        raise UnitNamedTwice(name=name, other=other)


def _set_out(circular: Circular, proposal: Proposal) -> int:
    """Make the asks, and one obligation for each ask and recipient; how many there are."""
    recipients = list(Recipient.objects.filter(circular=circular))
    rows: list[Obligation] = []
    for order, proposed in enumerate(proposal.asks, start=1):
        start_, end = proposed.span if proposal.reading.text == circular.letter.text else (0, 0)
        ask = Ask.objects.create(
            circular=circular,
            order=order,
            kind=proposed.kind,
            what=proposed.what,
            start=start_,
            end=end,
        )
        rows += _obligations(ask, proposed, recipients)
    Obligation.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _obligations(ask: Ask, proposed: ProposedAsk, recipients: Sequence[Recipient]) -> list[Obligation]:
    # Recipients and limits are both in the letter's order, one a unit.
    return [
        Obligation(ask=ask, recipient=recipient, min=limit.min, max=limit.max, due_at=proposed.due_at)
        for recipient, limit in zip(recipients, proposed.limits.values(), strict=True)
    ]


def _owner_of(
    agency: str | None, enter: Callable[[str, Unit | None], Unit], *, by: Actor, at: datetime
) -> Post:
    """The post that owns what the command line launches: in the lowest unit of the letter's agency, made if need be."""
    last: Unit | None = None
    for name in levels_of(agency or ""):
        last = unit_under(last, name) or enter(name, last)
    if last is None:
        raise AgencyMissing
    return post_with(Role.OWNER, last) or add_post(last, OWNER_POST, roles=[Role.OWNER], by=by, at=at)
