"""A draft as the paper that is printed; a paper that is begun."""

from dataclasses import replace
from datetime import date

from django.urls import reverse

from saraban.paper import Meeting, Paper, body_of, paper_of
from wian.directory.models import Unit
from wian.directory.queries import department_of
from wian.letters.models import Draft
from wian.letters.rules import asks_something

COVER = ("เรื่องเดิม", "ข้อเท็จจริง", "ข้อพิจารณา", "ข้อเสนอ")
CLOSING = "ขอแสดงความนับถือ"


def paper_of_draft(
    draft: Draft, *, number: str = "", on: date | None = None, signed_as: str = "", site: str = ""
) -> Paper:
    """The draft's paper with its number and date, once it has them, and `signed_as` where it was signed electronically.

    With `site`, the address at which people reach it (https://wian.example), the codes that lead to answering and verifying.
    """
    return with_codes(
        replace(paper_of(draft.content), number=number, date=on, signed_as=signed_as), draft, site=site
    )


def with_codes(paper: Paper, draft: Draft, *, site: str) -> Paper:
    """`paper` with the codes of `draft`. A cover memo stays within the house and has none."""
    if not site or draft.presents_id is not None:
        return paper
    verify = site + reverse("letters:verify", args=[draft.code])
    answer = site + reverse("responses:by_code", args=[draft.code]) if asks_something(paper) else ""
    return replace(paper, verify_url=verify, answer_url=answer)


def beginning(kind: str, unit: Unit) -> Paper:
    """An empty paper of that kind with what all the unit's papers have: as on its last one, else as the directory says it."""
    last = Draft.objects.filter(unit=unit, content__kind=kind).order_by("-pk").first()
    if last:
        shown = paper_of(last.content)
        agency, address, contact = shown.agency, shown.address, shown.contact
    else:
        agency, address, contact = _agency(kind, unit), (), _contact(kind, unit)
    return Paper(
        kind=kind,
        agency=agency,
        address=address,
        contact=contact,
        salutation="ถึง" if kind == "stamped" else "เรียน",
        closing=CLOSING if kind == "external" else "",
        body=body_of("\n".join(f"# {heading}" for heading in COVER)) if kind == "cover_memo" else (),
        meeting=Meeting("รายงานการประชุม") if kind == "minutes" else None,
    )


def _agency(kind: str, unit: Unit) -> str:
    """A memo names the unit and its telephone; what leaves the house, and what orders or announces, the department."""
    if kind in {"memo", "cover_memo"}:
        return f"{unit.name} โทร. {unit.phone}" if unit.phone else unit.name
    if kind == "certificate":
        return unit.name
    return "" if kind == "minutes" else department_of(unit).name


def _contact(kind: str, unit: Unit) -> tuple[str, ...]:
    if kind not in {"external", "stamped"}:
        return ()
    return (unit.name, f"โทร. {unit.phone}") if unit.phone else (unit.name,)
