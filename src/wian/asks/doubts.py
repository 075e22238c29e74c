"""What of a reading calls for a second look: what was read without certainty, and what was not found. Pure: no queries."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from saraban import Reading
from saraban.dates import thai_date
from wian.kit.canonical import canonical, digest
from wian.letters.models import Letter

MISSING = "missing"
SURE = 0.7  # below it the owner is asked to compare what was read with the letter

# What is read of the letter itself, as it is called on the page.
NAMES = {
    "kind": _("Kind of letter"),
    "number": _("Letter number"),
    "date": _("Letter date"),
    "urgency": _("Urgency"),
    "subject": _("Subject"),
    "agency": _("From"),
    "addressee": _("Addressed to"),
    "contact": _("Whom to call"),
    "contact_phone": _("Telephone"),
    "signatory": _("Signed by"),
    "position": _("Position of who signed"),
}
WHOLE = {"units": _("The list of units"), "framework": _("The framework")}
EXPECTED = ("number", "date", "subject", "contact")  # a launch goes without them, but hardly ever should


@dataclass(frozen=True, slots=True)
class Question:
    """A choice that was made for the owner, or something to compare with the letter: what it is, and what is proposed.

    `about` names the fact of the page that it is about ("number", "ask0", "units"); `key` is what the owner ticks it
    off under, another one as soon as the letter or the correction says something else; `code` says what kind of thing it is.
    """

    what: str
    proposed: str
    about: str = field(default="", compare=False)
    key: str = field(default="", compare=False)
    code: str = field(default="", compare=False)


def key_of(*parts: str) -> str:
    return digest(canonical(parts))[:12]


def unsure(reading: Reading) -> list[str]:
    """The names of the facts that were read without certainty."""
    sure = reading.confidence
    listed = min(sure.get("recipients", 1), sure.get("quotas", 1))
    found = {name: sure.get(name, 1) for name in (*NAMES, "framework")} | {"units": listed}
    found |= {f"ask{at}": ask.confidence for at, ask in enumerate(reading.asks)}
    return [name for name, value in found.items() if value < SURE]


def doubts_of(reading: Reading, unsure: Collection[str]) -> Iterator[Question]:
    """What to compare with the letter, and what a letter has that was not found in this one."""
    for name in EXPECTED:
        if not getattr(reading, name) and not (name == "contact" and reading.contact_phone):
            yield Question(
                str(_("%(name)s: not found in the letter")) % {"name": NAMES[name]},
                str(_("Type it in if the letter has one.")),
                name,
                key_of("missing", name),
                MISSING,
            )
    for name in unsure:
        yield Question(
            str(_("%(said)s: read without certainty")) % {"said": _said(reading, name)},
            str(_("Compare it with the letter and correct it, or tick it off.")),
            name,
            key_of("unsure", *_read(reading, name)),
        )


def _read(reading: Reading, name: str) -> tuple[str, str]:
    """The fact of that name, and what was read; an ask goes by its words, wherever it stands."""
    if name.startswith("ask"):
        return "ask", reading.asks[int(name.removeprefix("ask"))].what
    return name, str(getattr(reading, name, ""))


def _said(reading: Reading, name: str) -> str:
    fact, value = _read(reading, name)
    if fact == "kind":
        value = str(Letter.Kind.of(value).label)
    elif fact == "date" and reading.date:
        value = thai_date(reading.date)
    elif fact in WHOLE:
        return str(WHOLE[fact])
    return f"{NAMES[fact]} “{value}”" if fact in NAMES else f"“{value}”"
