"""Papers composed from parts that are drawn one by one, each with what must be read when its file is read again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from saraban.dates import BUDDHIST_OFFSET
from saraban.numerals import to_thai
from saraban.paper import ACTING, SECRECY, URGENCY, Annex, Block, Meeting, Paper, Signatory, Table, body_of
from saraban.tests.composed import ADDRESSEES, AGENCIES, PEOPLE, REFERENCE, SUBJECTS
from saraban.tests.composed_annex import UNITS
from saraban.tests.composed_asks import (
    ASKS,
    CODES,
    OWNERS,
    AskRead,
    ask,
    asking,
    background,
    day_after,
    due,
    numbers,
    pick,
)  # fmt: skip

#: Kinds of paper, and the kind that they are read as where it is another.
READ_AS = {"certificate": "other", "minutes": "report", "cover_memo": "memo"}
ENCLOSURES = ("กำหนดการอบรม จำนวน ๑ ชุด", "แบบตอบรับ จำนวน ๑ แผ่น", "คู่มือ จำนวน ๒ เล่ม")
ADDRESS = ("ถนนสายลม เขตสมมุติ", "กรุงเทพฯ ๑๐๙๙๙")
THEREFORE = "จึงเรียนมาเพื่อโปรดพิจารณา"


@dataclass(frozen=True, slots=True)
class Written:
    """A paper, and the asks (kind, deadline, time of day) and numbers of units that must be read in it."""

    paper: Paper
    asks: tuple[AskRead, ...] = ()
    quotas: tuple[tuple[str, int], ...] = ()


@st.composite
def written(draw, kind: str) -> Written:
    """A paper of that kind."""
    day = day_after(draw, dt.date(2019, 1, 10), 0, 3000)
    agency = pick(draw, *AGENCIES)
    plain = Paper(kind, agency=agency, date=day, signatory=_signatory(draw))
    match kind:
        case "memo" | "external" | "stamped":
            return _letter(draw, plain, day)
        case "order" | "announcement":
            return _ruling(draw, plain, day)
        case "certificate":
            words = (
                f"หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า {pick(draw, *PEOPLE)} ได้ผ่านการอบรม รวม {draw(numbers(3, 40))} ชั่วโมง"
            )
            return Written(replace(plain, number=_number(draw), address=ADDRESS, body=body_of(words)))
        case "minutes":
            return Written(_minutes(draw, day))
        case _:
            return Written(_cover(draw, plain))


def told(one: Written) -> dict[str, Any]:
    """What must be read of it."""
    paper = one.paper
    taker = paper.meeting.taker if paper.meeting else paper.signatory
    signed = taker if paper.kind != "stamped" else Signatory()
    acting = ACTING.get(signed.acting, "")
    return {
        "kind": READ_AS.get(paper.kind, paper.kind),
        "number": paper.number,
        "date": paper.date,
        "subject": paper.subject,
        "agency": paper.agency,
        "addressee": paper.addressee,
        "references": paper.references,
        "enclosures": paper.enclosures,
        "urgency": paper.urgency,
        "secrecy": paper.secrecy,
        "signatory": signed.name,
        "position": f"{signed.position} {acting} {signed.acting_for}".strip(),
        "asks": one.asks,
        "quotas": one.quotas,
    }


def _letter(draw, plain: Paper, day: dt.date) -> Written:
    with_annex = draw(st.booleans())
    kinds = draw(st.lists(st.sampled_from(tuple(ASKS)), min_size=1, max_size=4, unique=True))
    said = [ask(draw, kind, day, counted=not with_annex) for kind in kinds]
    lines = [background(draw, plain.agency, day), *asking(draw, said)]
    if with_annex:
        lines.append("ทั้งนี้ จำนวนของแต่ละหน่วยงานปรากฏตามบัญชีแนบท้าย")
    rows = _seats(draw) if with_annex else ()
    if plain.kind != "stamped":
        lines.append(THEREFORE)
    body = body_of("\n".join(line.strip() for line in lines).replace("~", ""))
    paper = replace(
        plain,
        number=_number(draw),
        urgency=pick(draw, "", *URGENCY),
        secrecy=pick(draw, "", "", *SECRECY),
        salutation="ถึง" if plain.kind == "stamped" else "เรียน",
        addressee=pick(draw, *ADDRESSEES),
        body=body,
        annexes=(_annex(rows),) if rows else (),
    )
    if plain.kind != "stamped":
        paper = replace(paper, subject=pick(draw, *SUBJECTS))
    if plain.kind == "external":
        paper = replace(
            paper,
            address=ADDRESS,
            closing="ขอแสดงความนับถือ",
            references=pick(draw, (), (REFERENCE,)),
            enclosures=tuple(draw(st.lists(st.sampled_from(ENCLOSURES), max_size=3, unique=True))),
            contact=("กองแผนงาน โทร. ๐ ๒๕๕๕ ๐๑๔๒",),
        )
    people = [one.quota for one in said if one.quota and one.read[0] == "nominate"]
    general = people or [one.quota for one in said if one.quota]
    return Written(paper, tuple(one.read for one in said), rows or tuple(general[:1]))


def _ruling(draw, plain: Paper, day: dt.date) -> Written:
    words, last, time = due(draw, day)
    told = (
        (f"ให้ทุกหน่วยงานรายงานผลการดำเนินงานต่อ{pick(draw, *OWNERS)} {words}", ("report", last, time)),
        (f"ให้{pick(draw, *OWNERS)}ดูแลความเรียบร้อยของสถานที่", ("other", None, None)),
    )
    said = draw(st.permutations(told))
    lines = [
        f"เพื่อให้การดูแลสวนสาธารณะเป็นไปด้วยความเรียบร้อย {plain.agency}จึง{'มีคำสั่ง' if plain.kind == 'order' else 'ประกาศ'} ดังต่อไปนี้",
        *(f"{to_thai(at)}. {point}" for at, (point, _) in enumerate(said, 1)),
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
    ]
    number = f"{draw(numbers(1, 999))}/{day.year + BUDDHIST_OFFSET}" if plain.kind == "order" else ""
    body = body_of("\n".join(lines).replace("~", ""))
    return Written(
        replace(plain, number=number, subject=pick(draw, *SUBJECTS), body=body),
        tuple(read for _, read in said),
    )


def _minutes(draw, day: dt.date) -> Paper:
    came = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=4, unique=True))
    meeting = Meeting(
        title="รายงานการประชุมคณะทำงานสวนสาธารณะ",
        session=f"ครั้งที่ {draw(numbers(1, 12))}/{day.year + BUDDHIST_OFFSET}",
        place="ณ ห้องประชุมสายธาร",
        present=tuple(f"{at}. {name} กรรมการ" for at, name in enumerate(came, 1)),
        began="๐๙.๓๐ น.",
        ended="๑๑.๔๕ น.",
        taker=Signatory(came[0], "ผู้อำนวยการกองแผนงาน"),
    )
    text = "# ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ\nประธานแจ้งผลการดูแลสวนสาธารณะ\nมติที่ประชุม รับทราบ"
    return Paper("minutes", meeting=meeting, body=body_of(text))


def _cover(draw, plain: Paper) -> Paper:
    text = f"# เรื่องเดิม\nที่ประชุมคณะทำงานมีมติให้ดูแลสวนสาธารณะ\n# ข้อเสนอ\n{THEREFORE} ลงนาม"
    return replace(
        plain, subject=pick(draw, *SUBJECTS), addressee=pick(draw, *ADDRESSEES), body=body_of(text)
    )


def _number(draw) -> str:
    office, running = pick(draw, "0102.3", "0201", "0405.1.2"), draw(numbers(1, 9999))
    return f"{pick(draw, *CODES)} {office}/{pick(draw, '', 'ว ')}{running}"


def _signatory(draw) -> Signatory:
    acting = pick(draw, "", "", *ACTING)
    post = "อธิบดีกรมสวนสาธารณะ"
    return Signatory(pick(draw, *PEOPLE), "รองอธิบดี" if acting else post, acting, post if acting else "")


def _seats(draw) -> tuple[tuple[str, int], ...]:
    units = draw(st.lists(st.sampled_from(UNITS), min_size=2, max_size=8, unique=True))
    return tuple((unit, draw(numbers(1, 12))) for unit in units)


def _annex(rows: tuple[tuple[str, int], ...]) -> Annex:
    cells = tuple((str(at), unit, str(count)) for at, (unit, count) in enumerate(rows, 1))
    table = Table(("ลำดับ", "หน่วยงาน", "จำนวน (คน)"), cells)
    return Annex("บัญชีจัดสรรจำนวนผู้เข้าร่วมโครงการ", (Block("table", table=table),))
