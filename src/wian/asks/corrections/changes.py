"""What differs between two states of a draft, fact by fact, in words that do not depend on the language of the page."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date, time

from django import forms

from saraban import Reading
from saraban.unit_list import units_in
from saraban.words import fold
from wian.asks.corrections import Corrections, as_read, corrected, fields_of
from wian.asks.corrections.fields import AskFields
from wian.asks.proposal import propose
from wian.kit.canonical import canonical, digest

CHOSEN = (
    "choice"  # what becomes of a unit whose name is not sure: "กองคลัง = 12", the id of a unit, or new, or out
)


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that was changed: by the name of its field, or "unit" for a line of the list, CHOSEN, "checked" for a question that
    was ticked off. An empty text: there was, or is, nothing."""

    fact: str
    before: str
    after: str


def changes(reading: Reading, before: Corrections, after: Corrections) -> list[Change]:
    """What the owner changed between two states of a draft; the first state is the reading itself, without corrections."""
    stood, stands = (dict(_facts(reading, typed)) for typed in (before, after))
    return [
        Change(key[0], stood.get(key, ""), stands.get(key, ""))
        for key in {**stood, **stands}
        if stood.get(key, "") != stands.get(key, "")
    ]


def digest_of(changed: list[Change]) -> str:
    """What these changes are known by in the ledger: 64 hexadecimal digits."""
    return digest(canonical([astuple(change) for change in changed]))


def _facts(reading: Reading, typed: Corrections) -> Iterator[tuple[tuple[str, str], str]]:
    read = propose(reading)
    letter, asks = fields_of(read, typed or as_read(read))
    for form in (letter, *asks):
        for name in form.fields:
            if name == "span" and isinstance(form, AskFields):
                yield (form.add_prefix(name), ""), reading.text[slice(*form.place_in(reading.text))]
            elif name not in {
                "units",
                "sentence",
            }:  # the sentence typed for an ask is where it stands in the letter
                yield (form.add_prefix(name), ""), _meant(form, name)
    rows, unclear = units_in(letter.data.get("units", ""))
    lines = [(name, name if count is None else f"{name} {count}") for name, count in rows]
    for name, line in [*lines, *zip(unclear, unclear, strict=True)]:
        yield ("unit", fold(name)), line
    proposal = corrected(reading, typed)
    for name, choice in proposal.choices.items():
        yield (CHOSEN, fold(name)), f"{name} = {choice}"
    for question in proposal.settled:
        yield ("checked", question.key), question.what


def _meant(form: forms.Form, name: str) -> str:
    """What a field means; what was typed where that is not clear."""
    value = form.cleaned_data.get(name) if name not in form.errors else form[name].data
    match value:
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case bool():
            return "yes" if value else ""
        case _:
            return "" if value is None else str(value)
