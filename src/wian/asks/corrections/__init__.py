"""What the owner corrected of what was read: the fields of the proposal's page, and what they make of a reading.

Corrections are kept as they were typed, one text a field, so that nothing typed is lost. Pure: no queries.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from saraban import Ask, Conflict, Quota, Reading
from saraban.register import is_circular
from saraban.unit_list import Row, line_of, units_in
from saraban.words import fold, mend
from wian.asks.corrections.fields import AskFields, LetterFields
from wian.asks.doubts import NAMES, Question, unsure
from wian.asks.proposal import (
    OF_THE_LIST,
    Proposal,
    ProposedAsk,
    campaign,
    counted_by_list,
    propose,
    quotes,
)
from wian.asks.unit_choices import OUT, choices_in, choices_of
from wian.kit import clock
from wian.kit.templatetags.kit import ends_the_day
from wian.letters.models import Letter

Corrections = Mapping[str, str]

ASKS_AT_MOST = 60
TICKS_AT_MOST = 500
TICK = "checked-"  # and the key of the question that the owner has ticked off


def corrected(reading: Reading, corrections: Corrections) -> Proposal:
    """The campaign as the owner corrected it. Never fails: what is not clear is left out and told in `unclear`."""
    read = propose(reading)
    if not corrections:
        return read
    letter, asks = fields_of(read, corrections)
    kept = [one for one in asks if one.kept]
    unclear = tuple(text for form in (letter, *kept) for text in _unclear(form))
    rows = units_in(corrections.get("units", ""))[0]
    choices = choices_of((name for name, _count in rows), corrections)
    changed = replace(
        _letter_corrected(reading, letter.cleaned_data),
        asks=tuple(one.ask(reading.text) for one in kept),
        recipients=tuple(name for name, _count in rows if choices.get(name) != OUT),
        quotas=tuple(
            Quota(name, count, (0, 0))
            for name, count in rows
            if count is not None and choices.get(name) != OUT
        ),
    )
    changed = replace(changed, conflicts=tuple(_conflicts(read, changed, rows)))
    listed = [at for at, one in enumerate(kept) if one.is_listed]
    proposal = campaign(changed, listed, _still_unsure(read, changed, kept, rows), unclear)
    questions = (*proposal.questions, *_doubts(changed, kept, listed))
    proposal = replace(
        proposal, questions=questions, choices={mend(name): one for name, one in choices.items()}
    )
    return _ticked_off(_named_as_typed(proposal, kept), corrections)


def _letter_corrected(reading: Reading, facts: Mapping[str, Any]) -> Reading:
    said: dict[str, Any] = {
        name: facts.get(name) or None for name in LetterFields.base_fields if name in NAMES
    }
    kind = said["kind"] or reading.kind
    said |= {"kind": "report" if kind == Letter.Kind.MINUTES else kind}  # as a reader calls it
    return replace(reading, **said, circular=is_circular(facts.get("number") or ""))


def _still_unsure(read: Proposal, changed: Reading, kept: Sequence[AskFields], rows: list[Row]) -> list[str]:
    """The facts that are doubtful as they were read, and stand as they were read; asks by their place among those kept."""
    names = unsure(read.reading)
    same = {name for name in names if getattr(read.reading, name, None) == getattr(changed, name, None)}
    if not _is_same_list(read, rows):
        same.discard("units")
    asks = [
        f"ask{at}"
        for at, (one, ask) in enumerate(zip(kept, changed.asks, strict=True))
        if one.prefix in names and _as_it_was(ask, read, int((one.prefix or "").removeprefix("ask")))
    ]
    return [name for name in names if name in same and not name.startswith("ask")] + asks


def _as_it_was(ask: Ask, read: Proposal, at: int) -> bool:
    was = read.reading.asks[at]
    return (ask.what, ask.kind, ask.deadline) == (was.what, was.kind, was.deadline)


def _named_as_typed(proposal: Proposal, kept: Sequence[AskFields]) -> Proposal:
    """Asks that are left out keep their place on the page, so the others are called by their rows."""
    names = {f"ask{at}": str(one.prefix) for at, one in enumerate(kept)}

    def named(questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(replace(one, about=names.get(one.about, one.about)) for one in questions)

    return replace(proposal, questions=named(proposal.questions), doubts=named(proposal.doubts))


def _ticked_off(proposal: Proposal, corrections: Corrections) -> Proposal:
    def left(questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(one for one in questions if TICK + one.key not in corrections)

    everything = (*proposal.questions, *proposal.doubts)
    settled = tuple(one for one in everything if TICK + one.key in corrections)
    return replace(
        proposal, questions=left(proposal.questions), doubts=left(proposal.doubts), settled=settled
    )


def fields_of(read: Proposal, typed: Corrections) -> tuple[LetterFields, list[AskFields]]:
    """The fields of the page: with what was typed, else with what was read."""
    reading = read.reading
    initial = {name: getattr(reading, name, None) for name in LetterFields.base_fields}
    initial |= {"kind": Letter.Kind.of(reading.kind).value} if reading.is_letter else {}
    if typed:
        numbers = range(_rows_of(typed))
        unasked = {name: value or "" for name, value in initial.items() if name not in typed}
        return LetterFields({**unasked, **typed}), [
            AskFields(typed, prefix=f"ask{number}") for number in numbers
        ]
    by_list = counted_by_list(reading) if reading.quotas else []
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
    ticks = [name for name in posted if re.fullmatch(TICK + "[0-9a-f]{12}", name) and posted[name]]
    return {**typed, "rows": str(kept), **dict.fromkeys(ticks[:TICKS_AT_MOST], "on"), **choices_in(posted)}


def as_read(read: Proposal) -> dict[str, str]:
    """What the page would send of a letter that nobody has corrected."""
    letter, asks = fields_of(read, {})
    shown = {one.html_name: one.value() for form in (letter, *asks) for one in form}
    return typed_in(shown | {"rows": str(len(asks))})


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
    same_list = _is_same_list(read, rows)
    for conflict in read.reading.conflicts:
        settled = (
            (conflict.what in OF_THE_LIST and not same_list)
            or (
                conflict.what == "open-range"
                and _numbers(conflict.here, read.reading) != _numbers(conflict.here, changed)
            )
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


def _numbers(phrase: str, reading: Reading) -> list[tuple[int, int | None]]:
    """The numbers of the asks that quote a phrase."""
    return [(ask.minimum or 1, ask.maximum) for ask in reading.asks if quotes(ask, phrase, reading.text)]


def _is_same_list(read: Proposal, rows: list[Row]) -> bool:
    was = _rows_read(read)
    return [(fold(name), number) for name, number in rows] == [(fold(name), number) for name, number in was]


def _is_dated(phrase: str, reading: Reading, changed: Reading) -> bool:
    """Whether everything that a date that cannot be stood for has one by now: the asks that quote it, or the letter."""
    if any(quotes(ask, phrase, reading.text) for ask in reading.asks):
        return all(ask.deadline for ask in changed.asks if quotes(ask, phrase, reading.text))
    return changed.date is not None


def _doubts(changed: Reading, kept: list[AskFields], listed: list[int]) -> Iterator[Question]:
    for one, ask in zip(kept, changed.asks, strict=True):
        if one["sentence"].data and ask.span == (0, 0):
            yield Question(
                str(_("The sentence given for “%(ask)s” is not in the letter.")) % {"ask": ask.what},
                str(_("Units see only what is asked.")),
                str(one.prefix),
            )
    if changed.quotas and not listed:
        yield Question(
            str(_("The list of units gives numbers, but no ask takes them.")),
            str(_("The numbers of each ask count.")),
        )
