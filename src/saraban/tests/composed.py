"""Letters composed from parts that are drawn one by one; what must be read in them follows from the parts.

Only what a careful clerk would find plain is drawn.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import strategies as st

from saraban.dates import BUDDHIST_OFFSET
from saraban.numerals import to_thai
from saraban.tests.composed_annex import annexes
from saraban.tests.composed_asks import (
    ASKS,
    CODES,
    OWNERS,
    AskRead,
    ask,
    asking,
    background,
    day_after,
    digits,
    due,
    impossible,
    numbers,
    pick,
    written,
)  # fmt: skip

AGENCIES = ("กรมพัฒนาเมืองน่าอยู่", "กรมสวนสาธารณะ", "สำนักงานคณะกรรมการเมืองสมมุติ", "สำนักงานปลัดกระทรวงสายลม")
ADDRESSEES = (
    "ผู้อำนวยการสำนัก/กอง ในสังกัดกรม",
    "ผู้ว่าราชการจังหวัดทุกจังหวัด",
    "หัวหน้าส่วนราชการทุกหน่วยงาน",
    "นายกเทศมนตรีเมืองตัวอย่าง",
)
SUBJECTS = (
    "การขับเคลื่อนแผนพลังงานสะอาด",
    "ขอความร่วมมือดำเนินงานเมืองอาหารปลอดภัย",
    "ผลการประชุมคณะทำงานเมืองคาร์บอนต่ำ ครั้งที่ ๓/๒๕๖๕",
    "แนวทางการดูแลสวนสาธารณะ ปี ๒๕๖๖",
)
PEOPLE = ("นางสาวพิมพ์ดาว แสงอุ่น", "นายกล้า ปัญญาดี", "นางรำไพ ณ สายธาร", "ดร.นายิกา ทองสว่าง", "ว่าที่ร้อยตรีภูผา ใจกว้าง")
POSTS = (
    "อธิบดีกรมพัฒนาเมืองน่าอยู่",
    "ผู้อำนวยการกองแผนงาน",
    "รองอธิบดี ปฏิบัติราชการแทน\nอธิบดีกรมสวนสาธารณะ",
    "เลขาธิการคณะกรรมการเมืองสมมุติ",
)
ADDRESS = "๙๙ ถนนสายลม เขตสมมุติ กรุงเทพฯ ๑๐๙๙๙"
REFERENCE = "หนังสือกรมสวนสาธารณะ ที่ สสธ ๐๑๐๓/ว ๘๘ ลงวันที่ ๒ พฤษภาคม ๒๕๖๐"
#: The conflicts that can be planted; the first two in an annex.
CONFLICTS = ("total", "duplicate-unit", "impossible-date")
LETTERS, RULINGS = ("memo", "external", "stamped"), ("order", "announcement")


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter and what must be read in it; `drawn` still has its `~`, `conflicts` are codes."""

    drawn: str
    kind: str
    number: str | None
    circular: bool
    date: dt.date
    asks: tuple[AskRead, ...]
    quotas: tuple[tuple[str, int], ...]
    signatory: str | None
    conflicts: frozenset[str]

    @property
    def text(self) -> str:
        return self.drawn.replace("~", "")

    @property
    def deadlines(self) -> tuple[dt.date, ...]:
        return tuple(sorted({day for _, day, _ in self.asks if day}))


@st.composite
def letters(draw, *, form=None, conflict: str | None = None, long: bool = False) -> Composed:
    """A letter that asks; with an annex in that form, or any or none; with that conflict in it, or with none.

    A `long` one tells so much of what went before that it fills a page.
    """
    kind, sent, agency = pick(draw, *LETTERS), _sent(draw), pick(draw, *AGENCIES)
    (number, circular), (signature, signatory) = _number(draw), _signature(draw)
    with_annex = form or conflict in CONFLICTS[:2] or draw(st.booleans())
    annex = draw(annexes(form, conflict)) if with_annex else None
    kinds = draw(st.lists(st.sampled_from(tuple(ASKS)), min_size=1, max_size=4, unique=True))
    said = [ask(draw, one, sent, counted=annex is None) for one in kinds]
    if conflict == "impossible-date":
        said[0] = impossible(draw, sent)
    body = [*(background(draw, agency, sent) for _ in range(8 if long else 1)), *asking(draw, said)]
    if annex:
        body.append("ทั้งนี้~ จำนวน~ของ~แต่ละ~หน่วยงาน~ปรากฏตาม~บัญชี~แนบท้าย")
    when, therefore = written(draw, sent, head=True), "จึงเรียนมาเพื่อโปรดพิจารณา"
    if kind == "stamped":
        head, end = _stamped_head(draw, number), ["", agency, when]
    elif kind == "memo":
        head, end = _memo_head(draw, agency, number, when), [therefore, "", signature]
    else:
        head = _external_head(draw, agency, number, when)
        end = [f"{therefore}~ดำเนินการ~ต่อไปด้วย~ จะขอบคุณยิ่ง", "ขอแสดงความนับถือ", "", signature]
    below = [_contact(draw)] if draw(st.booleans()) else []
    below += [annex.text] if annex else []
    text = "\n".join([head, "", *body, *end, *(f"\n{part}" for part in below)])
    people = [one.quota for one in said if one.quota and one.read[0] == "nominate"]
    general = people or [one.quota for one in said if one.quota]
    quotas = annex.rows if annex else tuple(general[:1])
    signed = None if kind == "stamped" else signatory
    conflicts = frozenset([conflict] if conflict else [])
    return Composed(
        text, kind, number, circular, sent, tuple(a.read for a in said), quotas, signed, conflicts
    )


@st.composite
def rulings(draw) -> Composed:
    """An order or an announcement: its date stands at its end, and what it asks begins with ให้."""
    kind, sent, agency = pick(draw, *RULINGS), _sent(draw), pick(draw, *AGENCIES)
    signature, signatory = _signature(draw)
    number = (
        digits(draw, f"{draw(numbers(1, 999))}/{sent.year + BUDDHIST_OFFSET}") if kind == "order" else None
    )
    title, done, given = ("คำสั่ง", "มีคำสั่ง", "สั่ง") if number else ("ประกาศ", "ประกาศ", "ประกาศ")
    words, day, time = due(draw, sent)
    told = (
        (f"ให้ทุกหน่วยงานรายงานผลการดำเนินงานต่อ{pick(draw, *OWNERS)} {words}", ("report", day, time)),
        (f"ให้{pick(draw, *OWNERS)}ดูแลความเรียบร้อยของสถานที่", ("other", None, None)),
    )
    said, numeral = draw(st.permutations(told)), pick(draw, str, to_thai)
    lines = [
        f"{title}{agency}",
        *([f"ที่ {number}"] if number else []),
        f"เรื่อง {pick(draw, *SUBJECTS)}",
        *pick(draw, [], ["-" * 22], ["." * 24]),
        f"เพื่อให้การดูแลสวนสาธารณะเป็นไปด้วยความเรียบร้อย {agency}จึง{done} ดังต่อไปนี้",
        *(f"{numeral(n)}. {point}" for n, (point, _) in enumerate(said, 1)),
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
        f"{given} ณ วันที่ {written(draw, sent, head=True)}",
        signature,
    ]
    asks = tuple(read for _, read in said)
    return Composed("\n".join(lines), kind, number, False, sent, asks, (), signatory, frozenset())


def _sent(draw) -> dt.date:
    return day_after(draw, dt.date(2019, 1, 10), 0, 3000)


def _number(draw) -> tuple[str, bool]:
    """A letter's number and whether it is a circular's."""
    mark = pick(draw, "", "", "ว ", "ว", "ว. ")
    office, running = pick(draw, "0102.3", "0201", "0405.1.2", "0308"), draw(numbers(1, 9999))
    return digits(draw, f"{pick(draw, *CODES)} {office}/{mark}{running:{pick(draw, '', '04')}}"), bool(mark)


def _signature(draw) -> tuple[str, str]:
    """The signature, and the name in it."""
    name, indent = pick(draw, *PEOPLE), pick(draw, "", " " * 30, "\t\t")
    said = pick(draw, f"({name})", f"( {name} )", f"ลงชื่อ ....................\n({name})")
    return "\n".join(indent + line for line in f"{said}\n{pick(draw, *POSTS)}".split("\n")), name


def _contact(draw) -> str:
    """Who answers questions."""
    owner, phone = pick(draw, *OWNERS).replace("~", ""), digits(draw, "0 2555 0142")
    more = pick(draw, "", " ต่อ 12", f"\nโทรสาร {phone}")
    return f"{owner}\n{pick(draw, '', 'ผู้ประสานงาน นายเมฆา ฟ้าใส ')}โทร. {phone}{more}"


def _memo_head(draw, agency: str, number: str, when: str) -> str:
    sep, between = pick(draw, "  ", " ", " : ", "\t", ""), pick(draw, "\n", "        ", "\t", "  ")
    phone = pick(draw, "", " โทร. ๐ ๒๕๕๕ ๐๑๔๒", " โทร. 0 2555 0142 ต่อ 12")
    top = f"บันทึกข้อความ\nส่วนราชการ{sep}{agency}{phone}\nที่{sep}{number}{between}วันที่{sep}{when}"
    return f"{top}\nเรื่อง{sep or ' '}{pick(draw, *SUBJECTS)}\nเรียน{sep}{pick(draw, *ADDRESSEES)}"


def _external_head(draw, agency: str, number: str, when: str) -> str:
    sep, gap, far = pick(draw, "  ", " ", "\t"), pick(draw, "\n", "\n\n"), " " * 10
    place = pick(draw, f"\n{agency}\n{ADDRESS}", f"{far}{agency}\n{far}{ADDRESS}", f"\n{agency}")
    urgency = pick(draw, "", "ด่วนที่สุด\n", "ด่วนมาก\n")
    listed = pick(draw, "", f"\nอ้างถึง{sep}{REFERENCE}") + pick(
        draw, "", f"\nสิ่งที่ส่งมาด้วย{sep}กำหนดการ จำนวน ๑ ชุด"
    )
    top = f"{urgency}ที่{sep}{number}{place}{gap}{when}{gap}"
    return f"{top}เรื่อง{sep}{pick(draw, *SUBJECTS)}\nเรียน{sep}{pick(draw, *ADDRESSEES)}{listed}"


def _stamped_head(draw, number: str) -> str:
    sep = pick(draw, "  ", " ", "\t")
    return f"ที่{sep}{number}\n\nถึง{sep}{pick(draw, *ADDRESSEES)}"
