"""Annexes that give units their numbers, in the six forms that letters have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hypothesis import strategies as st

from saraban.numerals import to_thai
from saraban.tests.composed_asks import numbers

UNITS = (
    "สำนักยุทธศาสตร์เมือง", "กองผังเมืองชุมชน", "กองพลังงานอาคาร", "กลุ่มนิติการ", "ศูนย์ข้อมูลเมือง", "สำนักงานเลขานุการกรม",
    "กองคลังพัสดุ", "สถาบันพัฒนาบุคลากรเมือง", "กลุ่มตรวจสอบภายใน", "กองวิเทศสัมพันธ์", "ศูนย์สวนป่าเขต ๔", "สำนักบริหารกลาง",
)  # fmt: skip
Rows = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """Its text, the number of each unit, and the codes of the conflicts that were planted in it."""

    text: str
    rows: Rows
    conflicts: frozenset[str] = frozenset()


def _table(rows: Rows, total: int | None, glue: str, edge: str, rule: str) -> Iterable[str]:
    def line(*cells: object) -> str:
        return edge + glue.join(map(str, cells)) + edge[::-1]

    yield line("ลำดับ", "หน่วยงาน", "จำนวน (คน)")
    if rule:
        yield rule
    yield from (line(n, *row) for n, row in enumerate(rows, 1))
    if total is not None:
        yield line("", "รวม", total)


def tabs(rows: Rows, total: int | None) -> Iterable[str]:
    return _table(rows, total, "\t", "", "")


def pipes(rows: Rows, total: int | None) -> Iterable[str]:
    return _table(rows, total, " | ", "| ", "|---|---|---|")


def two_columns(rows: Rows, total: int | None) -> Iterable[str]:
    yield "ส่วนราชการ\tจำนวนผู้แทน"
    yield from (f"{unit}\t{count}" for unit, count in rows)
    if total is not None:
        yield f"รวม\t{total}"


def spaces(rows: Rows, total: int | None) -> Iterable[str]:
    yield "ที่   หน่วยงาน                          จำนวน (คน)"
    yield from (f"{n}    {unit:<34}{count}" for n, (unit, count) in enumerate(rows, 1))
    if total is not None:
        yield f"รวมทั้งสิ้น                              {total} คน"


def points(rows: Rows, total: int | None) -> Iterable[str]:
    yield from (f"{n}. {unit} จำนวน {count} คน" for n, (unit, count) in enumerate(rows, 1))
    if total is not None:
        yield f"รวมทั้งสิ้น {total} คน"


def dots(rows: Rows, total: int | None) -> Iterable[str]:
    yield from (f"{n}. {unit} ................ {count} คน" for n, (unit, count) in enumerate(rows, 1))
    if total is not None:
        yield f"รวม ................ {total} คน"


FORMS: tuple[Callable[[Rows, int | None], Iterable[str]], ...] = (
    tabs, pipes, two_columns, spaces, points, dots,
)  # fmt: skip


@st.composite
def annexes(draw, form=None, conflict: str | None = None) -> Annex:
    """An annex in one of the forms, with the conflict `total` or `duplicate-unit` planted if asked for."""
    names = draw(st.lists(st.sampled_from(UNITS), min_size=2, max_size=8, unique=True))
    rows = tuple((name, draw(numbers(1, 12))) for name in names)
    if conflict == "duplicate-unit":
        rows += ((rows[0][0], draw(numbers(1, 12))),)
    total = sum(count for _, count in rows) if draw(st.booleans()) else None
    if conflict == "total":
        total = sum(count for _, count in rows) + draw(st.sampled_from((-1, 1, 10)))
    lines = "\n".join((form or draw(st.sampled_from(FORMS)))(rows, total))
    if draw(st.booleans()):
        lines = to_thai(lines)
    head = draw(st.sampled_from(("บัญชีจัดสรรจำนวนผู้เข้าร่วมโครงการ", "บัญชีแนบท้ายหนังสือ\nจำนวนผู้เข้าอบรมของแต่ละหน่วยงาน", "รายชื่อหน่วยงานและจำนวนผู้แทน")))  # fmt: skip
    told = tuple((to_thai(unit) if "๔" in unit else unit, count) for unit, count in rows)
    return Annex(f"{head}\n{lines}", told, frozenset([conflict] if conflict else []))
