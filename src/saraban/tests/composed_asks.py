"""What composed letters ask: days, deadlines, numbers, verbs, and the paragraphs that they stand in.

A `~` stands where a page may cut the line: it becomes nothing, or a line break.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import strategies as st

from saraban.dates import BUDDHIST_OFFSET, MONTHS, WEEKDAYS
from saraban.numerals import to_thai

AskRead = tuple[str, dt.date | None, dt.time | None]
"""Kind, deadline and time of day: how an ask must be read."""

OWNERS = ("กอง~แผนงาน", "สำนัก~ยุทธศาสตร์~เมือง", "กอง~การ~เจ้าหน้าที่", "กลุ่ม~พัฒนา~ระบบ~บริหาร")
THINGS = ("งาน~เมือง~สะอาด", "สวน~ชุมชน", "การ~ประหยัด~พลังงาน", "ตลาด~สีเขียว")
CODES = ("กนย", "มท", "สธ", "พม", "รง", "ศธ", "ทส", "สพด")
READERS = ("หน่วยงาน", "ทุก~หน่วยงาน", "ท่าน")
IMPOSSIBLE = ("๓๑ เมษายน {}", "๓๐ ก.พ. {}", "๓๑/๑๑/{}")
VAGUE = ("ภายใน ๗ วันทำการ~นับแต่~วันที่~ได้รับหนังสือ", "โดยด่วน", "โดยเร็ว")
ASKS: dict[str, tuple[str, ...]] = {
    "nominate": (
        "คัดเลือก~บุคลากร~ที่~สนใจ~{thing}{number}~ แล้วแจ้ง~ให้~{owner}~ทราบ~ {due}",
        "แจ้ง~รายชื่อ~ผู้แทน{number}~ ให้~{owner}~ {due}",
        "เสนอชื่อ~ผู้เข้ารับ~การอบรม{number}~ ไปยัง~{owner}~ {due}",
        "มอบหมาย~เจ้าหน้าที่~ผู้~รับผิดชอบ~{thing}{number}~ และแจ้ง~{owner}~ {due}",
    ),
    "propose": (
        "เสนอ~โครงการ~{thing}{number}~ โดย~ส่งให้~{owner}~ {due}",
        "จัดทำ~ข้อเสนอ~โครงการ~{thing}{number}~ และ~จัดส่ง~ให้~{owner}~ {due}",
    ),
    "report": (
        "รายงานผล~การ~ดำเนินงาน~{thing}~ให้~{owner}~ทราบ~ {due}",
        "จัดส่ง~ข้อมูล~{thing}~ให้~{owner}~ {due}",
        "ตอบ~แบบสอบถาม~เรื่อง~{thing}~ {due}",
    ),
    "attend": ("เข้าร่วม~ประชุม~ชี้แจง~{thing}~ ใน{day} ณ ห้องประชุม~สายธาร",),
    "other": ("ประชาสัมพันธ์~โครงการ~{thing}~ใน~หน่วยงาน~อย่าง~ต่อเนื่อง",),
}
DATED = ("nominate", "propose", "report")
AMOUNTS = ("{unit}ละ {low} {noun}", "{unit}ละไม่เกิน {low} {noun}", "อย่างน้อย{unit}ละ {low} {noun}", "{unit}ละ {low} - {high} {noun}")  # fmt: skip
BACKGROUNDS = (
    "ตามหนังสือ~{agency}~ ที่ {code} {number} ลง{before}~ ได้ขอให้~หน่วยงาน~รายงานผล~{thing}~ ภายใน{then}~ ความแจ้งแล้ว นั้น",
    "ตามที่~{agency}~ได้จัด~ประชุม~คณะทำงาน~{thing}~ เมื่อ{before}~ เพื่อ~วางทิศทาง~ของงาน~ ความแจ้งแล้ว นั้น",
    "ด้วย~{agency}~กำหนดจัด~งาน~มหกรรม~{thing}~ ใน{later}~ ณ อุทยาน~สายธาร~ เพื่อ~เผยแพร่~ความรู้~แก่ประชาชน",
)
#: How points are numbered: those of a list, and those under its headings if it has any.
NUMBERINGS = (("{n}. ", "{m}.{n} "), ("{n}.", "{m}.{n} "), ("{n}) ", "{m}.{n} "), ("({n}) ", "{m}.{n} "))
HEADINGS = ("ด้านบุคลากร", "ด้านแผนงาน")
SO_THAT = "เพื่อให้งาน~ดังกล่าว~เป็นไป~ด้วย~ความ~เรียบร้อย~"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked: its words, how it must be read, the noun and the count of its general phrase of number."""

    words: str
    read: AskRead
    quota: tuple[str, int] | None = None


def numbers(least: int, most: int) -> st.SearchStrategy[int]:
    """Like `st.integers`, which also draws what stands in the code that happens to be imported: not the same in every run."""
    return st.sampled_from(range(least, most + 1))


def pick(draw, *choices):
    return draw(st.sampled_from(choices))


def digits(draw, text: str) -> str:
    return pick(draw, text, to_thai(text))


def day_after(draw, day: dt.date, least: int, most: int) -> dt.date:
    return day + dt.timedelta(draw(numbers(least, most)))


def written(draw, day: dt.date, *, head: bool = False) -> str:
    """A day as letters write it; strokes and the common era only below the head."""
    year, (full, short) = day.year + BUDDHIST_OFFSET, MONTHS[day.month - 1]
    forms = [f"{full} {year}", f"{full} พ.ศ. {year}", f"{short} {year}", f"{short} {year % 100}"]
    forms = [f"{day.day} {form}" for form in forms]
    if not head:
        forms += [f"{day.day}/{day.month}/{year}", f"{day.day} {full} ค.ศ. {day.year}"]
    return digits(draw, pick(draw, *forms))


def named(draw, day: dt.date) -> str:
    """A day in a sentence: วันที่ …, or with its weekday."""
    weekday = pick(draw, "", "", WEEKDAYS[day.weekday()])
    return f"วัน{weekday}ที่{pick(draw, ' ', ' ', '')}{written(draw, day)}"


def due(draw, sent: dt.date) -> tuple[str, dt.date | None, dt.time | None]:
    """The words of a deadline, and the day and the time that they name."""
    if pick(draw, False, False, True):
        return pick(draw, *VAGUE), None, None
    day = day_after(draw, sent, 5, 120)
    lead = pick(draw, "ภายใน", "อย่างช้าภายใน", "ไม่เกิน", "อย่างช้าไม่เกิน", "ก่อน")
    words = f"{lead}{named(draw, day)}"
    if draw(st.booleans()):
        return words, day, None
    time = pick(draw, dt.time(9, 30), dt.time(12), dt.time(16, 30))
    said = digits(draw, pick(draw, f"{time:%H.%M} น.", f"{time:%H:%M} น.", f"{time:%H.%M} นาฬิกา"))
    return f"{words} {pick(draw, '', 'ก่อน')}เวลา {said}", day, time


def amount(draw, noun: str) -> tuple[str, tuple[str, int]]:
    """A general phrase of number, and what it says of each: หน่วยงานละ ๒ คน."""
    unit, low = pick(draw, "หน่วยงาน", "จังหวัด", "กอง", "ส่วนราชการ"), draw(numbers(1, 9))
    return digits(draw, pick(draw, *AMOUNTS).format(unit=unit, low=low, high=low + 2, noun=noun)), (unit, low)


def ask(draw, kind: str, sent: dt.date, *, counted: bool) -> Asked:
    """One thing asked, of that kind; with a general number when `counted`."""
    words, day, time = due(draw, sent)
    number, quota = "", None
    if counted and kind in {"nominate", "propose"}:
        number, quota = amount(draw, "คน" if kind == "nominate" else "โครงการ")
        number = f" {number}"
    said = pick(draw, *ASKS[kind]).format(
        owner=pick(draw, *OWNERS), thing=pick(draw, *THINGS), number=number, due=words,
        day=named(draw, day_after(draw, sent, 10, 200)),
    )  # fmt: skip
    return Asked(said, (kind, day, time) if kind in DATED else (kind, None, None), quota)


def impossible(draw, sent: dt.date) -> Asked:
    """An ask whose day is in no calendar."""
    never = pick(draw, *IMPOSSIBLE).format(to_thai(sent.year + BUDDHIST_OFFSET))
    words = f"รายงานผล~การ~ดำเนินงาน~ให้~กอง~แผนงาน~ ภายในวันที่ {never}"
    return Asked(words, ("report", None, None))


def background(draw, agency: str, sent: dt.date) -> str:
    """What went before: other letters with their numbers, other days; none of it is asked now."""
    return pick(draw, *BACKGROUNDS).format(
        agency=agency, thing=pick(draw, *THINGS), code=pick(draw, *CODES), number=digits(draw, "0308/ว 118"),
        before=named(draw, day_after(draw, sent, -90, -30)), then=named(draw, day_after(draw, sent, -25, -1)),
        later=named(draw, day_after(draw, sent, 20, 300)),
    )  # fmt: skip


def asking(draw, said: list[Asked]) -> list[str]:
    """The paragraphs that ask: running text for one or two, else a list, flat or under headings."""
    lead = pick(draw, "จึงขอให้~", "จึง~ขอความร่วมมือ~", "ในการนี้ ขอให้~") + pick(draw, *READERS)
    if len(said) == 1:
        return [f"{SO_THAT} {lead}~{said[0].words}"]
    if len(said) == 2 and all(one.read[0] in DATED for one in said) and draw(st.booleans()):
        return [f"{SO_THAT} {lead}~{said[0].words} และ~{said[1].words}"]
    (top, under), indent = pick(draw, *NUMBERINGS), pick(draw, "", "    ", "\t")
    numeral = pick(draw, str, to_thai)
    lines = [f"{SO_THAT} {lead}~ดำเนินการ~ ดังนี้"]
    if len(said) == 2 or draw(st.booleans()):
        return lines + [f"{indent}{numeral(top.format(n=n))}{one.words}" for n, one in enumerate(said, 1)]
    for m, (heading, group) in enumerate(zip(HEADINGS, (said[:2], said[2:]), strict=True), 1):
        lines.append(f"{indent}{numeral(top.format(n=m))}{heading}")
        lines += [f"{indent}{numeral(under.format(m=m, n=n))}{one.words}" for n, one in enumerate(group, 1)]
    return lines
