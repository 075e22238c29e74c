"""What a letter that was read would become: the campaign proposed, with its questions. Pure: no queries.

The reader reports what the text says and where it disagrees with itself; here that is turned into asks with
numbers a unit, and every choice made on the way is told as a question with the answer proposed.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from saraban import Ask, Conflict, Reading
from saraban.dates import thai_date
from saraban.words import fold, mend
from wian.asks.doubts import MISSING, NAMES, Question, doubts_of, key_of, unsure
from wian.kit import clock
from wian.kit.canonical import canonical, digest

NOMINATE = "nominate"
COUNTED = (NOMINATE, "propose")  # the other kinds are answered as a whole: one is owed


@dataclass(frozen=True, slots=True)
class Limits:
    """How many one unit owes: at least `min`, at most `max` (None: as many as it likes)."""

    min: int
    max: int | None


@dataclass(frozen=True, slots=True)
class ProposedAsk:
    """One ask with its deadline (a moment with time zone, or None) and its limits for each unit, in order."""

    kind: str
    what: str
    span: tuple[int, int]
    due_at: datetime | None
    limits: Mapping[str, Limits]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The campaign a reading would become. `units` are their names, look-alike letters mended, each once, in the letter's order.

    `doubts` is what was read without certainty, or not found; `settled` are the questions and doubts that the owner has ticked
    off. `unclear` is what the owner typed and nobody could understand: until it is put right nothing is launched.
    `choices` are what was chosen for names that are not sure (`unit_choices`), also for those that are left out of `units`.
    """

    reading: Reading
    units: tuple[str, ...]
    asks: tuple[ProposedAsk, ...]
    questions: tuple[Question, ...]
    doubts: tuple[Question, ...] = ()
    settled: tuple[Question, ...] = ()
    unclear: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def seats(self) -> int:
        """Places for people in all (asks of kind nominate; an ask without a maximum counts its minimum)."""
        nominations = (ask for ask in self.asks if ask.kind == NOMINATE)
        return sum(limit.max or limit.min for ask in nominations for limit in ask.limits.values())

    def digest(self, title: str) -> str:
        """What this proposal, under that title of its initiative, is known by: 64 hexadecimal digits."""
        reading = self.reading
        facts = [getattr(reading, name) for name in NAMES if name != "date"]
        asks = [
            [ask.kind, ask.what, ask.span, ask.due_at and ask.due_at.isoformat(), *_pairs(ask.limits)]
            for ask in self.asks
        ]
        date = reading.date and reading.date.isoformat()
        return digest(canonical([title, facts, date, self.units, asks, self.unclear, self.choices]))

    def warnings(self, at: datetime) -> list[str]:
        """What an owner should know before launching at that moment, though nothing forbids it."""
        passed = [(ask.what, ask.due_at) for ask in self.asks if ask.due_at and ask.due_at < at]
        return [
            str(_("The deadline of “%(ask)s” has passed: %(date)s."))
            % {"ask": what, "date": thai_date(clock.day_of(due_at))}
            for what, due_at in passed
        ]


def propose(reading: Reading) -> Proposal:
    """The campaign that `reading` proposes. What cannot be launched at all is judged by the launch, not here."""
    return campaign(reading, counted_by_list(reading), unsure(reading))


def campaign(
    reading: Reading, listed: Collection[int], unsure: Collection[str] = (), unclear: tuple[str, ...] = ()
) -> Proposal:
    """The same, when the numbers in the list of units are for the asks at these places, and the facts of these names are doubtful."""
    units = _each_once(tuple(mend(name) for name in reading.recipients))
    asks = tuple(_ask(ask, reading if at in listed else None, units) for at, ask in enumerate(reading.asks))
    by_list = {reading.asks[at].kind for at in listed}
    questions = tuple(dict.fromkeys(_questions(reading, units, asks, by_list)))
    return Proposal(
        reading, units, asks, questions, doubts=tuple(doubts_of(reading, unsure)), unclear=unclear
    )


def counted_by_list(reading: Reading) -> list[int]:
    """The place of the ask that the list of units speaks of: the nomination whose own number it agrees with most."""
    nominations = [at for at, ask in enumerate(reading.asks) if ask.kind == NOMINATE]
    agreeing = [
        sum(quota.count == reading.asks[at].minimum for quota in reading.quotas) for at in nominations
    ]
    return [nominations[agreeing.index(max(agreeing))]] if nominations else []


def _pairs(limits: Mapping[str, Limits]) -> list[tuple[int, int | None]]:
    return [(limit.min, limit.max) for limit in limits.values()]


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(fold(name), name)
    return tuple(by_key.values())


def _ask(ask: Ask, reading: Reading | None, units: tuple[str, ...]) -> ProposedAsk:
    """One ask; `reading` when the list of units gives its numbers."""
    due_at = None
    if ask.deadline:
        end = clock.end_of(ask.deadline)
        time = ask.deadline_time
        due_at = end.replace(hour=time.hour, minute=time.minute, second=0) if time else end
    everyone = Limits(ask.minimum if ask.minimum is not None else 1, ask.maximum)
    if ask.kind not in COUNTED:
        everyone = Limits(1, None)
    listed: dict[str, Limits] = {}
    for quota in reading.quotas if reading and ask.kind in COUNTED else ():
        listed.setdefault(fold(quota.unit), Limits(quota.count, quota.count))
    limits = {unit: listed.get(fold(unit), everyone) for unit in units}
    return ProposedAsk(ask.kind, ask.what, ask.span, due_at, limits)


def _questions(
    reading: Reading, units: tuple[str, ...], asks: tuple[ProposedAsk, ...], by_list: set[str]
) -> Iterator[Question]:
    """`by_list` are the kinds of the asks that take their numbers from the list of units."""
    for conflict in reading.conflicts:
        places = {"here": conflict.here, "there": conflict.there}
        what, proposed = (str(text) % places for text in ABOUT.get(conflict.what, OTHERWISE))
        key = key_of(conflict.what, conflict.here, conflict.there)
        yield Question(what, proposed, _about(conflict, reading), key, conflict.what)
    kinds = {ask.kind for ask in asks}
    if units and reading.quotas and by_list == {NOMINATE} and len(kinds) > 1:
        yield Question(
            str(
                _(
                    "The list of units belongs to the nominations only; the letter does not say who does the rest."
                )
            ),
            ngettext(
                "The same %(count)s unit for all asks.", "The same %(count)s units for all asks.", len(units)
            )
            % {"count": len(units)},
            "units",
            key_of("who-does-the-rest", str(len(units))),
        )
    for quota in reading.quotas:
        if quota.count == 0:
            yield Question(
                str(_("The list gives %(unit)s no place.")) % {"unit": quota.unit},
                str(_("It is asked all the same, and states that it has nothing to send.")),
                "units",
                key_of("no-place", quota.unit),
            )
    for at, ask in enumerate(asks):
        if ask.due_at is None:
            yield Question(
                str(_("“%(ask)s” has no deadline.")) % {"ask": ask.what},
                str(_("Launch it without one.")),
                f"ask{at}",
                key_of("no-deadline", ask.what),
                MISSING,
            )


def _about(conflict: Conflict, reading: Reading) -> str:
    if conflict.what in OF_THE_LIST:
        return "units"
    if conflict.what == "framework-count":
        return "framework"
    asking = (at for at, ask in enumerate(reading.asks) if quotes(ask, conflict.here, reading.text))
    return next((f"ask{at}" for at in asking), "date" if conflict.what == "impossible-date" else "")


def quotes(ask: Ask, phrase: str, text: str) -> bool:
    """Whether the letter's sentence for `ask` has that phrase, however it is spaced."""
    return "".join(phrase.split()) in "".join(text[slice(*ask.span)].split())


OF_THE_LIST = {"quota", "total", "duplicate-unit", "empty-annex"}  # conflicts that the list of units is about

# Each kind of conflict as a question: what is said here and there, and what is proposed.
ABOUT = {
    "quota": (
        _("The text says %(here)s, the list says otherwise: %(there)s."),
        _("The list counts."),
    ),
    "open-range": (
        _("“%(here)s” is both a minimum and a range."),
        _("At least %(there)s, with no upper limit."),
    ),
    "duplicate-unit": (
        _("A unit is named twice: %(here)s and %(there)s."),
        _("It counts once, with the number that comes first."),
    ),
    "total": (
        _("The numbers do not add up: %(here)s against %(there)s."),
        _("The number given for each unit counts."),
    ),
    "framework-count": (
        _("The framework announces %(here)s and lists %(there)s."),
        _("What is listed counts."),
    ),
    "empty-annex": (
        _("“%(here)s” is an annex without a single unit."),
        _("Complete the list before launching."),
    ),
    "impossible-date": (
        _("%(here)s is a date that does not exist."),
        _("Ask for the right date before launching."),
    ),
}
OTHERWISE = (
    _("The letter is not clear: %(here)s %(there)s"),
    _("Compare it with the letter and correct it, or tick it off."),
)
