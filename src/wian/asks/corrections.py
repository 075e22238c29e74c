"""What the owner corrected of what was read: the fields of the proposal's page, and what they make of a reading.

Corrections are kept as they were typed, one text a field, so that nothing typed is lost. Pure: no queries.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from saraban import Ask, Conflict, Quota, Reading
from saraban.letter import Span
from saraban.register import is_circular
from saraban.unit_list import Row, line_of, units_in
from saraban.words import fold
from wian.asks import models
from wian.asks.proposal import Proposal, ProposedAsk, Question, campaign, counted_by_list, propose
from wian.kit import clock
from wian.kit.forms import ThaiDateField, ThaiTimeField
from wian.kit.templatetags.kit import digits, ends_the_day

Corrections = Mapping[str, str]

ASKS_AT_MOST = 60
_OF_THE_LIST = {"quota", "total", "duplicate-unit", "empty-annex"}  # conflicts that another list settles


class NumberField(forms.IntegerField):
    """A number in Thai or ASCII digits."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input-time"})

    def prepare_value(self, value: Any) -> Any:
        return digits(value) if isinstance(value, int) else value


class _Fields(forms.Form):
    """Fields to look through: none is called optional."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.wanted = True  # type: ignore[attr-defined]


class LetterFields(_Fields):
    """What the letter says of itself, and the list of units."""

    number = forms.CharField(label=_("Letter number"), max_length=100, required=False)
    date = ThaiDateField(label=_("Letter date"), required=False)
    subject = forms.CharField(label=_("Subject"))
    agency = forms.CharField(label=_("From"), required=False)
    contact = forms.CharField(label=_("Whom to call"), required=False)
    contact_phone = forms.CharField(label=_("Telephone"), required=False)
    units = forms.CharField(
        label=_("Units and their numbers"),
        help_text=_(
            "One unit a line, then its number if it has one: กองคลัง, ๒ คน. Put a comma after a name that ends in a digit."
        ),
        required=False,
        widget=forms.Textarea,
    )

    def clean_units(self) -> list[Row]:
        rows, unclear = units_in(self.cleaned_data["units"])
        if unclear:
            raise ValidationError(
                _("This line is not clear: %(line)s"), code="unclear", params={"line": unclear[0][:80]}
            )
        return rows


class AskFields(_Fields):
    """One ask; `span` marks its sentence in the letter, or `sentence` holds it as it was pasted."""

    keep = forms.BooleanField(label=_("Send this ask round"), required=False, initial=True)
    kind = forms.ChoiceField(label=_("Kind"), choices=models.Ask.Kind.choices, initial=models.Ask.Kind.REPORT)
    what = forms.CharField(label=_("What is asked"), widget=forms.Textarea(attrs={"rows": 3}))
    day = ThaiDateField(label=_("Due on"), required=False)
    time = ThaiTimeField(
        label=_("Time"), help_text=_("For example 16.30; empty: the end of that day"), required=False
    )
    least = NumberField(label=_("At least, for each unit"), min_value=0, max_value=9999, required=False)
    most = NumberField(
        label=_("At most"), help_text=_("Empty: no limit"), min_value=1, max_value=9999, required=False
    )
    listed = forms.BooleanField(label=_("The numbers in the list of units are for this ask"), required=False)
    span = forms.CharField(widget=forms.HiddenInput, required=False)
    sentence = forms.CharField(
        label=_("Its sentence in the letter"),
        help_text=_("Paste it from the letter; units see it beside what is asked."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and not self.kept:  # what is left out need not be right
            self.errors.clear()

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        least, most = typed.get("least"), typed.get("most")
        if least is not None and most is not None and most < least:
            self.add_error("most", _("This is less than the least number."))
        if typed.get("time") and not typed.get("day") and "day" not in self.errors:
            self.add_error("day", _("A time needs its date."))
        return typed

    @property
    def kept(self) -> bool:
        return bool(self["keep"].data if self.is_bound else self["keep"].initial)

    @property
    def is_listed(self) -> bool:
        return bool(self["listed"].data if self.is_bound else self["listed"].initial)

    def place_in(self, text: str) -> Span:
        """Where its sentence stands in `text`; nowhere, (0, 0), for words that are not the letter's."""
        marked = re.fullmatch(r"(\d{1,7})-(\d{1,7})", self["span"].value() or "")
        if marked and int(marked[1]) < int(marked[2]) <= len(text):
            return int(marked[1]), int(marked[2])
        words = (self["sentence"].value() or "").split()
        found = re.search(r"\s*".join(map(re.escape, words)), text) if words else None
        return found.span() if found else (0, 0)

    def ask(self, text: str) -> Ask:
        """The ask that is typed here, as far as it is clear."""
        typed = self.cleaned_data
        return Ask(
            what=typed.get("what", ""),
            kind=typed.get("kind", models.Ask.Kind.OTHER),
            deadline=typed.get("day"),
            deadline_time=typed.get("time"),
            deadline_phrase=None,
            quota=None,
            minimum=typed.get("least"),
            maximum=typed.get("most"),
            span=self.place_in(text),
        )


def corrected(reading: Reading, corrections: Corrections) -> Proposal:
    """The campaign as the owner corrected it. Never fails: what is not clear is left out and told in `unclear`."""
    read = propose(reading)
    if not corrections:
        return read
    letter, asks = fields_of(read, corrections)
    kept = [one for one in asks if one.kept]
    unclear = tuple(text for form in (letter, *kept) for text in _unclear(form))
    facts = letter.cleaned_data
    rows = units_in(corrections.get("units", ""))[0]
    changed = replace(
        reading,
        number=facts.get("number") or None,
        circular=is_circular(facts.get("number") or ""),
        date=facts.get("date"),
        subject=facts.get("subject") or None,
        agency=facts.get("agency") or None,
        contact=facts.get("contact") or None,
        contact_phone=facts.get("contact_phone") or None,
        asks=tuple(one.ask(reading.text) for one in kept),
        recipients=tuple(row[0] for row in rows),
        quotas=tuple(Quota(name, count, (0, 0)) for name, count in rows if count is not None),
    )
    changed = replace(changed, conflicts=tuple(_conflicts(read, changed, rows)))
    listed = [at for at, one in enumerate(kept) if one.is_listed]
    proposal = campaign(changed, listed, unclear)
    return replace(proposal, questions=(*proposal.questions, *_doubts(changed, kept, listed)))


def fields_of(read: Proposal, typed: Corrections) -> tuple[LetterFields, list[AskFields]]:
    """The fields of the page: with what was typed, else with what was read."""
    if typed:
        numbers = range(_rows_of(typed))
        return LetterFields(typed), [AskFields(typed, prefix=f"ask{number}") for number in numbers]
    reading = read.reading
    by_list = counted_by_list(reading) if reading.quotas else []
    initial = {name: getattr(reading, name, None) for name in LetterFields.base_fields}
    letter = LetterFields(initial={**initial, "units": "\n".join(line_of(row) for row in _rows_read(read))})
    pairs = enumerate(zip(reading.asks, read.asks, strict=True))
    asks = [
        AskFields(initial=_ask_read(ask, proposed, at in by_list), prefix=f"ask{at}")
        for at, (ask, proposed) in pairs
    ]
    return letter, asks


def new_ask(asks: Sequence[AskFields]) -> AskFields | None:
    """The empty row after the others, if there may be more."""
    return AskFields(prefix=f"ask{len(asks)}") if len(asks) < ASKS_AT_MOST else None


def typed_in(posted: Mapping[str, Any]) -> dict[str, str]:
    """What was typed on the page, to be kept; an empty row is none."""
    typed = {name: _text(posted, name) for name in LetterFields.base_fields}
    kept = 0
    for number in range(min(_rows_of(posted) + 1, ASKS_AT_MOST)):
        row = {name: _text(posted, f"ask{number}-{name}") for name in AskFields.base_fields}
        if row["span"] or row["what"].strip() or row["sentence"].strip():
            typed |= {f"ask{kept}-{name}": text for name, text in row.items()}
            kept += 1
    return {**typed, "rows": str(kept)}


def _text(posted: Mapping[str, Any], name: str) -> str:
    return str(posted.get(name) or "").replace("\0", "").replace("\r\n", "\n")


def _rows_of(typed: Mapping[str, Any]) -> int:
    rows = typed.get("rows") or ""
    return min(int(rows), ASKS_AT_MOST) if re.fullmatch(r"\d{1,3}", rows) else 0


def _unclear(form: forms.Form) -> Iterator[str]:
    for name in form.errors:
        typed = units_in(form["units"].data)[1][0] if name == "units" else form[name].data
        yield f"{form[name].label} “{typed[:60]}”"


def _rows_read(read: Proposal) -> list[Row]:
    counts = {fold(quota.unit): quota.count for quota in reversed(read.reading.quotas)}
    return [(unit, counts.get(fold(unit))) for unit in read.units]


def _ask_read(ask: Ask, proposed: ProposedAsk, listed: bool) -> dict[str, Any]:
    due_at = proposed.due_at and proposed.due_at.astimezone(clock.BANGKOK)
    return {
        "keep": True,
        "kind": ask.kind,
        "what": ask.what,
        "day": due_at and due_at.date(),
        "time": due_at.time() if due_at and not ends_the_day(due_at) else None,
        "least": 1 if ask.minimum is None else ask.minimum,
        "most": ask.maximum,
        "listed": listed,
        "span": "{}-{}".format(*ask.span),
    }


def _conflicts(read: Proposal, changed: Reading, rows: list[Row]) -> Iterator[Conflict]:
    """The conflicts that are left after the corrections, and those that the new list has within itself."""
    same_list = [(fold(name), number) for name, number in rows] == [
        (fold(name), number) for name, number in _rows_read(read)
    ]
    numbers = [[(ask.minimum or 1, ask.maximum) for ask in one.asks] for one in (read.reading, changed)]
    for conflict in read.reading.conflicts:
        settled = (
            (conflict.what in _OF_THE_LIST and not same_list)
            or (conflict.what == "open-range" and numbers[0] != numbers[1])
            or (conflict.what == "impossible-date" and _is_dated(conflict.here, read.reading, changed))
        )
        if not settled:
            yield conflict
    seen: dict[str, str] = {}
    for name, number in rows:
        here = name if number is None else f"{name}: {number}"
        if fold(name) in seen:
            yield Conflict("duplicate-unit", seen[fold(name)], here)
        seen.setdefault(fold(name), here)


def _is_dated(phrase: str, reading: Reading, changed: Reading) -> bool:
    """Whether everything that a date that cannot be stood for has one by now: the asks that quote it, or the letter."""

    def quotes(ask: Ask) -> bool:
        return "".join(phrase.split()) in "".join(reading.text[slice(*ask.span)].split())

    if any(quotes(ask) for ask in reading.asks):
        return all(ask.deadline for ask in changed.asks if quotes(ask))
    return changed.date is not None


def _doubts(changed: Reading, kept: list[AskFields], listed: list[int]) -> Iterator[Question]:
    for one, ask in zip(kept, changed.asks, strict=True):
        if one["sentence"].data and ask.span == (0, 0):
            yield Question(
                str(_("The sentence given for “%(ask)s” is not in the letter.")) % {"ask": ask.what},
                str(_("Units see only what is asked.")),
            )
    if changed.quotas and not listed:
        yield Question(
            str(_("The list of units gives numbers, but no ask takes them.")),
            str(_("The numbers of each ask count.")),
        )
