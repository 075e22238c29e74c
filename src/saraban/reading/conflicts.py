"""Places where a letter disagrees with itself; each is shown to the officer, none is decided silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saraban.dates import find_dates
from saraban.letter import Conflict
from saraban.reading.amounts import TOTAL_PHRASE
from saraban.reading.annex import Annex
from saraban.reading.framework import Framework
from saraban.reading.lines import Page
from saraban.reading.segments import AskFound
from saraban.words import fold


def conflicts_of(
    page: Page, annex: Annex, asks: list[AskFound], framework: Framework
) -> tuple[Conflict, ...]:
    """All conflicts, the weightiest kind first."""
    return (
        *_quota(annex, asks),
        *_open_ranges(asks),
        *_duplicates(annex),
        *_totals(page, annex),
        *_empty_annex(annex),
        *framework.conflicts,
        *_impossible_dates(page),
    )


def _quota(annex: Annex, asks: list[AskFound]) -> Iterator[Conflict]:
    """A phrase of the body says another number than the annex gives some units."""
    for one in asks if not annex.in_body else ():
        amount = one.amount
        if amount is None or not amount.of_people or one.ask.quota is None:
            continue
        low, high = amount.minimum or 0, amount.maximum
        other = [
            r for r in annex.counted if (r.count or 0) < low or (high is not None and (r.count or 0) > high)
        ]
        if other:
            yield Conflict(
                "quota", one.ask.quota, _by_count((row.unit.value, row.count or 0) for row in other)
            )


def _by_count(rows: Iterable[tuple[str, int]]) -> str:
    """Names of units by their number: กองคลัง, กองกลาง: 1; กองช่าง: 3."""
    groups: dict[int, list[str]] = {}
    for name, count in rows:
        groups.setdefault(count, []).append(name)
    return "; ".join(f"{', '.join(names)}: {count}" for count, names in groups.items())


def _open_ranges(asks: list[AskFound]) -> Iterator[Conflict]:
    """At least, and yet a range: the upper end means nothing."""
    for one in asks:
        if one.amount and one.amount.open_range and one.ask.quota:
            yield Conflict("open-range", one.ask.quota, str(one.amount.minimum))


def _duplicates(annex: Annex) -> Iterator[Conflict]:
    """A unit that the annex names twice, whatever letters it was typed with."""
    seen: dict[str, str] = {}
    for row in annex.rows:
        here = row.unit.value if row.count is None else f"{row.unit.value}: {row.count}"
        key = fold(row.unit.value)
        if key in seen:
            yield Conflict("duplicate-unit", seen[key], here)
        else:
            seen[key] = here


def _totals(page: Page, annex: Annex) -> Iterator[Conflict]:
    """A total that is said but is not the sum of the annex."""
    if not annex.counted:
        return
    people = sum(row.count or 0 for row in annex.counted)
    for said, row in annex.totals:
        if said != people:
            yield Conflict("total", row.value, str(people))
    for match in TOTAL_PHRASE.finditer(page.text):
        if any(row.span[0] <= page.span(*match.span())[0] < row.span[1] for _, row in annex.totals):
            continue
        sums = len(annex.rows) if match["noun"] in {"หน่วยงาน", "แห่ง"} else people
        if int(match["count"]) != sums:
            yield Conflict("total", page.take(*match.span()).value, str(sums))


def _empty_annex(annex: Annex) -> Iterator[Conflict]:
    """A heading of a table of units without one unit under it."""
    if annex.headings and not annex.rows:
        heading = annex.headings[-1]
        yield Conflict("empty-annex", " ".join(heading.text.split()), "")


def _impossible_dates(page: Page) -> Iterator[Conflict]:
    """๓๑ ก.พ. and its like, anywhere in the text."""
    for found in find_dates(page.text):
        if found.date is None:
            yield Conflict("impossible-date", page.take(found.start, found.end).value, "")
