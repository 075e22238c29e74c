"""What stands on the page of a proposal: facts of the letter, asks, and what to check first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wian.asks.corrections.fields import AskFields, LetterFields
from wian.asks.doubts import EXPECTED, MISSING, NAMES
from wian.asks.proposal import Proposal
from wian.asks.queries.addressees import Addressees
from wian.asks.queries.drafts import Owed, owed_in
from wian.directory.queries.matching import SAME
from wian.kit.refusal import Refusal
from wian.kit.templatetags.kit import digits, thai_date
from wian.letters.models import Letter


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the letter: what it is called, what stands, its field (None: it is only shown), and whether to look at it."""

    name: str
    label: str
    value: str
    field: BoundField | None
    placed: bool
    doubtful: bool

    @property
    def is_open(self) -> bool:
        """Is its field unfolded from the start: for what is wrong or was not found?"""
        return bool(self.field and (self.field.errors or (not self.value and self.name in EXPECTED)))


@dataclass(frozen=True, slots=True)
class Card:
    """One ask: its fields, whether it and its date stand in the letter, and what units would owe (None: it is left out)."""

    name: str
    form: AskFields
    placed: bool
    dated: bool
    owed: Owed | None


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at before launching; `about` names its fact, `key` is what it is ticked off under ("" if it cannot be)."""

    what: str
    proposed: str
    about: str = ""
    key: str = ""
    code: str = ""


def facts_of(
    letter: LetterFields, proposal: Proposal, places: Collection[str], checks: Collection[Check]
) -> list[Fact]:
    about = {one.about for one in checks}
    fields = {bound.name: bound for bound in letter}
    return [
        Fact(name, str(label), _shown(proposal, name), fields.get(name), name in places, name in about)
        for name, label in NAMES.items()
    ]


def _shown(proposal: Proposal, name: str) -> str:
    value = getattr(proposal.reading, name)
    if name == "kind":
        return str(Letter.Kind.of(value).label)
    return thai_date(value) if name == "date" else digits(value)


def cards_of(asks: list[AskFields], proposal: Proposal, places: Collection[str]) -> list[Card]:
    owed = iter(owed_in(proposal))
    names = [str(ask.prefix) for ask in asks]
    return [
        Card(name, ask, name in places, f"{name}-day" in places, next(owed) if ask.kept else None)
        for name, ask in zip(names, asks, strict=True)
    ]


# Where on the page it is settled what forbids a launch, by the refusal's code.
SETTLED_AT = {
    "nothing-asked": "new",
    "no-recipients": "units",
    "agency-missing": "agency",
    "unit-named-twice": "units",
}
# What keeps a launch back until it is said which unit a name means: told name by name, up to so many.
UNDECIDED = {"unit-ambiguous", "unit-undecided"}
NAMES_SHOWN = 10


def checks_of(
    proposal: Proposal,
    letter: LetterFields,
    cards: list[Card],
    obstacle: Refusal | None,
    known: Addressees,
    at: datetime,
) -> list[Check]:
    """What to look at before launching: what forbids it, what was not read well, then the choices that were made."""
    wrong = {*letter.errors, *(card.name for card in cards if "day" in card.form.errors)}
    questions = [
        one
        for one in (*proposal.doubts, *proposal.questions)
        if one.code != MISSING or one.about not in wrong  # what nobody understands is said beside its field
    ]
    forbidden = []
    if obstacle and obstacle.code not in UNDECIDED:
        code = obstacle.code
        about = next((one.about for one in questions if one.code == code), SETTLED_AT.get(code, ""))
        forbidden = [Check(str(obstacle.message), str(obstacle.what_now), about, code=code)]
        questions = [one for one in questions if one.code != code]
    late = [card.name for card in cards if card.owed and _has_passed(card.owed, at)]
    overdue = [Check(what, "", name) for name, what in zip(late, proposal.warnings(at), strict=True)]
    asked = [Check(one.what, one.proposed, one.about, one.key) for one in questions]
    return [*forbidden, *overdue, *_of_units(known), *asked]


def _has_passed(owed: Owed, at: datetime) -> bool:
    return bool(owed.obligation.due_at and owed.obligation.due_at < at)


def _of_units(known: Addressees) -> Iterator[Check]:
    proposed = _("Choose below which unit is meant.")
    for one in known.undecided[:NAMES_SHOWN]:
        several = one.match.how == SAME
        what = (
            _("The directory has more than one unit called “%(name)s”.")
            if several
            else _("“%(name)s” is not in the directory, but “%(alike)s” is.")
        ) % {"name": one.name, "alike": one.match.near[0].unit.name}
        yield Check(what, proposed, one.field, code="unit-ambiguous" if several else "unit-undecided")
    if (more := len(known.undecided) - NAMES_SHOWN) > 0:
        what = ngettext("%(count)s more name to decide", "%(count)s more names to decide", more)
        yield Check(what % {"count": more}, proposed, "choices", code="unit-undecided")
