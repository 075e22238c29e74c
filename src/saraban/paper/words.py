"""The words of a paper, line by line in reading order: what stands on its pages, and what `saraban.read` gets when it reads them.

Which line stands where follows the forms of the Regulation on Correspondence B.E. 2526. Page numbers, continuation words and QR codes belong
to the page, not to the paper: they are not here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from saraban.dates import thai_date
from saraban.numerals import to_thai
from saraban.paper.model import ACTING, Block, Meeting, Paper, Signatory, Table

#: What stands before the date at the end of a paper that has it there.
GIVEN = {"order": "สั่ง ณ วันที่", "announcement": "ประกาศ ณ วันที่", "certificate": "ให้ไว้ ณ วันที่"}
TAKER, CHECKER = "ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม"


def text_of(paper: Paper) -> str:
    """`lines_of`, as one text."""
    return "\n".join(lines_of(paper))


def lines_of(paper: Paper) -> list[str]:
    """The lines of the paper, a table's rows with tabs between their cells; what is empty is left out."""
    lines = (*_marks(paper), *_FORMS[paper.kind](paper), *_annexes(paper), *_office_copy(paper))
    return [line for line in (one.strip() for one in lines) if line]


def signature_of(signatory: Signatory) -> list[str]:
    """The lines of a signature block: the name in brackets, the position; who acts for another has that post below.

    >>> signature_of(Signatory("นางแก้ว ใจดี", "รองอธิบดี", "acting_government", "อธิบดีกรมสวนสาธารณะ"))
    ['(นางแก้ว ใจดี)', 'รองอธิบดี รักษาราชการแทน', 'อธิบดีกรมสวนสาธารณะ']
    """
    name = f"({signatory.name})" if signatory.name else ""
    if not signatory.acting:
        return [line for line in (name, signatory.position) if line]
    acting = f"{signatory.position} {ACTING[signatory.acting]}".strip()
    return [line for line in (name, acting, signatory.acting_for) if line]


def day_of(paper: Paper) -> str:
    """The date in words: ๒๓ พฤศจิกายน ๒๕๖๙; empty as long as there is none."""
    return _day(paper.date)


def point_of(block: Block) -> str:
    """A paragraph, heading or point as it is printed, its number first."""
    return f"{block.number} {block.text}".strip()


def title_of(paper: Paper) -> str:
    """The line that says what an order, announcement or minutes are, and whose."""
    if paper.kind == "order":
        return f"คำสั่ง{paper.agency}"
    if paper.kind == "announcement":
        return f"ประกาศ{paper.agency}"
    if paper.kind == "minutes":
        return paper.meeting.title if paper.meeting else ""
    return ""


def lists_of(meeting: Meeting) -> list[tuple[str, tuple[str, ...]]]:
    """Who came, who did not, who else was there: each list that is not empty under its heading."""
    lists = (
        ("ผู้มาประชุม", meeting.present),
        ("ผู้ไม่มาประชุม", meeting.absent),
        ("ผู้เข้าร่วมประชุม", meeting.attending),
    )
    return [(heading, names) for heading, names in lists if names]


def _marks(paper: Paper) -> Iterator[str]:
    yield paper.secrecy
    yield paper.urgency


def _memo(paper: Paper) -> Iterator[str]:
    yield "บันทึกข้อความ"
    yield _labelled("ส่วนราชการ", paper.agency)
    yield f"ที่ {paper.number}"
    yield f"วันที่ {_day(paper.date)}"
    yield _labelled("เรื่อง", paper.subject)
    yield _labelled(paper.salutation, paper.addressee)
    yield from body_lines(paper.body)
    yield from _signed(paper)
    yield from _copies(paper)


def _external(paper: Paper) -> Iterator[str]:
    yield f"ที่ {paper.number}"
    yield paper.agency
    yield from paper.address
    yield _day(paper.date)
    yield _labelled("เรื่อง", paper.subject)
    yield _labelled(paper.salutation, paper.addressee)
    yield from _listed("อ้างถึง", paper.references)
    yield from _listed("สิ่งที่ส่งมาด้วย", paper.enclosures)
    yield from body_lines(paper.body)
    yield paper.closing
    yield from _signed(paper)
    yield from paper.contact
    yield from _copies(paper)


def _stamped(paper: Paper) -> Iterator[str]:
    yield f"ที่ {paper.number}"
    yield _labelled("ถึง", paper.addressee)
    yield from body_lines(paper.body)
    yield paper.signed_as
    yield paper.agency
    yield _day(paper.date)
    yield from paper.contact


def _order(paper: Paper) -> Iterator[str]:
    yield title_of(paper)
    yield f"ที่ {paper.number}" if paper.kind == "order" else ""
    yield _labelled("เรื่อง", paper.subject)
    yield from body_lines(paper.body)
    yield f"{GIVEN[paper.kind]} {_day(paper.date)}"
    yield from _signed(paper)


def _certificate(paper: Paper) -> Iterator[str]:
    yield f"เลขที่ {paper.number}"
    yield paper.agency
    yield from paper.address
    yield from body_lines(paper.body)
    yield f"{GIVEN[paper.kind]} {_day(paper.date)}"
    yield from _signed(paper)
    yield from paper.contact


def _minutes(paper: Paper) -> Iterator[str]:
    meeting = paper.meeting or Meeting("")
    yield meeting.title
    yield meeting.session
    yield meeting.held_on
    yield meeting.place
    for heading, names in lists_of(meeting):
        yield heading
        yield from names
    yield _labelled("เริ่มประชุมเวลา", meeting.began)
    yield from body_lines(paper.body)
    yield _labelled("เลิกประชุมเวลา", meeting.ended)
    for who, role in ((meeting.taker, TAKER), (meeting.checker, CHECKER)):
        if who.name:
            yield from (*signature_of(who), role)
    yield paper.signed_as


def body_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """A body line by line."""
    for block in blocks:
        if block.table is not None:
            yield from _rows(block.table)
        else:
            yield point_of(block)


def _rows(table: Table) -> Iterator[str]:
    yield from ("\t".join(row) for row in (table.header, *table.rows))


def _signed(paper: Paper) -> Iterator[str]:
    yield paper.signed_as
    yield from signature_of(paper.signatory)


def _annexes(paper: Paper) -> Iterator[str]:
    for annex in paper.annexes:
        yield annex.title
        yield from body_lines(annex.body)


def _copies(paper: Paper) -> Iterator[str]:
    if paper.copies:
        yield "สำเนาส่ง"
        yield from paper.copies


def _office_copy(paper: Paper) -> Iterator[str]:
    if copy := paper.office_copy:
        yield _labelled("ร่าง", copy.drafted)
        yield _labelled("พิมพ์", copy.typed)
        yield _labelled("ตรวจ", copy.checked)


def _listed(label: str, items: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{label if at == 0 else ''} {item}" for at, item in enumerate(numbered(items)))


def numbered(items: tuple[str, ...]) -> tuple[str, ...]:
    """Several items with their numbers, one alone without."""
    if len(items) < 2:
        return items
    return tuple(f"{to_thai(order)}. {item}" for order, item in enumerate(items, start=1))


def _labelled(label: str, words: str) -> str:
    return f"{label} {words}" if words else ""


def _day(day: dt.date | None) -> str:
    return thai_date(day) if day else ""


_FORMS: dict[str, Callable[[Paper], Iterator[str]]] = {
    "memo": _memo, "cover_memo": _memo, "external": _external, "stamped": _stamped, "order": _order,
    "announcement": _order, "certificate": _certificate, "minutes": _minutes,
}  # fmt: skip
