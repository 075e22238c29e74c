"""The forms of official paper in Word: what stands where on each kind, from the urgency above to the copies below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from saraban.paper import Meeting, Paper
from saraban.paper.words import CHECKER, GIVEN, TAKER, day_of, lists_of, numbered, signature_of, title_of
from saraban.typesetting.docx_body import blocks
from saraban.typesetting.docx_markup import LABEL, MARK, paragraph, run, tab

SMALL, LARGE = 1.5, 3.0  # centimetres that an emblem is high
_LINE = 21  # points
_GAPS = {"memo": 2 * _LINE, "cover_memo": 2 * _LINE}  # room for a signature; elsewhere four lines


def _memo(paper: Paper, emblem: str) -> Iterator[str]:
    if paper.urgency:
        yield paragraph("Mark", run(paper.urgency))
    yield paragraph("Title", emblem, run("บันทึกข้อความ"))
    yield paragraph("Field", _label("ส่วนราชการ"), run(paper.agency), tab())
    yield paragraph(
        "Field row", _label("ที่"), run(paper.number), tab(), _label("วันที่"), run(day_of(paper)), tab()
    )
    yield paragraph("Field", _label("เรื่อง"), run(paper.subject), tab())
    yield from _headed(paper.salutation, paper.addressee)
    yield from blocks(paper.body, held=True)
    yield from _signed(paper)
    yield from _headed("สำเนาส่ง", *paper.copies, style="Copies")
    if paper.kind == "cover_memo":  # room for the superior's words
        yield from [paragraph("Field", tab(), before=_LINE / 2)] * 4


def _external(paper: Paper, emblem: str) -> Iterator[str]:
    yield _crown(paper, emblem)
    yield from _sender(f"ที่ {paper.number}", paper)
    if paper.date:
        yield paragraph("From centre", run(day_of(paper)))
    yield from _headed("เรื่อง", paper.subject)
    yield from _headed(paper.salutation, paper.addressee)
    yield from _headed("อ้างถึง", *numbered(paper.references))
    yield from _headed("สิ่งที่ส่งมาด้วย", *numbered(paper.enclosures), style="Enclosures")
    yield from blocks(paper.body, held=True)
    if paper.closing:
        yield paragraph("Closing", run(paper.closing))
    yield from _signed(paper)
    yield from _contact(paper)
    yield from _headed("สำเนาส่ง", *paper.copies, style="Copies")


def _stamped(paper: Paper, emblem: str) -> Iterator[str]:
    yield _crown(paper, emblem)
    yield paragraph("Normal", run(f"ที่ {paper.number}"))
    yield from _headed("ถึง", paper.addressee)
    yield from blocks(paper.body, held=True)
    yield from _signed_as(paper, _LINE)
    if lines := [line for line in (paper.agency, day_of(paper)) if line]:
        yield _block(lines, _LINE)
    yield from _contact(paper)


def _order(paper: Paper, emblem: str) -> Iterator[str]:
    yield _crown(paper, emblem)
    yield paragraph("Heading", run(title_of(paper)))
    number = f"ที่ {paper.number}" if paper.kind == "order" else ""
    subject = f"เรื่อง {paper.subject}" if paper.subject else ""
    for line in filter(None, (number, subject)):
        yield paragraph("Centre", run(line), together=True)
    yield paragraph("Rule")
    yield from blocks(paper.body, held=True)
    yield _given(paper)
    yield from _signed(paper)


def _certificate(paper: Paper, emblem: str) -> Iterator[str]:
    yield _crown(paper, emblem)
    yield from _sender(f"เลขที่ {paper.number}", paper)
    yield from blocks(paper.body, held=True)
    yield _given(paper)
    yield from _signed(paper)
    yield from _contact(paper)


def _minutes(paper: Paper, _emblem: str) -> Iterator[str]:
    meeting = paper.meeting or Meeting("")
    yield paragraph("Heading", run(meeting.title))
    for line in filter(None, (meeting.session, meeting.held_on, meeting.place)):
        yield paragraph("Centre", run(line))
    for heading, names in lists_of(meeting):
        yield paragraph("Subheading", run(heading))
        yield from (paragraph("Listed", run(name)) for name in names)
    yield from _hour("เริ่มประชุมเวลา", meeting.began)
    yield from blocks(paper.body, held=True)
    yield from _hour("เลิกประชุมเวลา", meeting.ended)
    signed = [(who, role) for who, role in ((meeting.taker, TAKER), (meeting.checker, CHECKER)) if who.name]
    for who, role in signed:
        yield _block([*signature_of(who), role], 2 * _LINE, together=role != signed[-1][1])
    yield from _signed_as(paper, _LINE)


FORMS: dict[str, Callable[[Paper, str], Iterator[str]]] = {
    "memo": _memo, "cover_memo": _memo, "external": _external, "stamped": _stamped, "order": _order,
    "announcement": _order, "certificate": _certificate, "minutes": _minutes,
}  # fmt: skip


def office_copy(paper: Paper) -> Iterator[str]:
    """Who drafted, typed and checked, below at the right."""
    if copy := paper.office_copy:
        lines = (("ร่าง", copy.drafted), ("พิมพ์", copy.typed), ("ตรวจ", copy.checked))
        yield paragraph(
            "Right", run("\n".join(f"{label} {name}" for label, name in lines if name)), before=_LINE
        )


def _label(words: str) -> str:
    """A label of a memo's head and the gap behind it."""
    return run(f"{words} ", size=LABEL, bold=True)


def _crown(paper: Paper, emblem: str) -> str:
    """The emblem in the middle, the urgency left of it."""
    urgency = run(paper.urgency, size=MARK, bold=True, red=True)
    return paragraph("Emblem", urgency, tab(), emblem)


def _sender(number: str, paper: Paper) -> Iterator[str]:
    """The number at the left, and at the right whose letter it is with the address below."""
    yield paragraph("Sender", run(number), tab(), run(paper.agency))
    yield from (paragraph("Right", run(line)) for line in paper.address)


def _headed(label: str, *lines: str, style: str = "Head") -> Iterator[str]:
    """A label and what stands behind it, the second and further lines below the first."""
    for at, line in enumerate(filter(None, lines)):
        yield paragraph(style, run("" if at else label), tab(), run(line), before=0 if at else None)


def _hour(label: str, time: str) -> Iterator[str]:
    if time:
        yield paragraph("Hour", run(f"{label} ", bold=True), run(time))


def _given(paper: Paper) -> str:
    return paragraph("Given", run(f"{GIVEN[paper.kind]} {day_of(paper)}"))


def _signed(paper: Paper) -> Iterator[str]:
    """The signature block: room for a signature, or whose account signed in its place."""
    gap = _GAPS.get(paper.kind, 3 * _LINE)
    yield from _signed_as(paper, gap / 2)
    if lines := signature_of(paper.signatory):
        yield _block(lines, 0 if paper.signed_as else gap)


def _signed_as(paper: Paper, gap: float) -> Iterator[str]:
    if paper.signed_as:
        yield paragraph("Signed", run(paper.signed_as), before=gap)


def _block(lines: list[str], gap: float, *, together: bool = False) -> str:
    """One paragraph, whose lines no page's end parts."""
    return paragraph("Signature", run("\n".join(lines)), before=gap, together=together)


def _contact(paper: Paper) -> Iterator[str]:
    if paper.contact:
        yield paragraph("Foot", run("\n".join(paper.contact)))
