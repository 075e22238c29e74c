"""Small letters composed for these tests; their units and people do not exist."""

from collections.abc import Sequence

from saraban.numerals import to_thai

NUMBER, SUBJECT, AGENCY = "สธณ ๐๑๐๔/ว ๐๐๒๗", "การดูแลต้นไม้ใหญ่ในเมือง", "กระทรวงสวนสาธารณะ กองต้นไม้ใหญ่"
DATE, DUE = "๑๖ พฤศจิกายน ๒๕๖๙", "ภายในวันที่ ๓๐ พฤศจิกายน ๒๕๖๙"
NOMINATE = f"คัดเลือกข้าราชการที่รักต้นไม้ หน่วยงานละ ๒ คน ส่งรายชื่อให้กระทรวงสวนสาธารณะ {DUE}"
PROPOSE = (
    "เสนอโครงการปลูกต้นไม้ อย่างน้อยหน่วยงานละ ๑ - ๒ โครงการ ส่งให้กระทรวงสวนสาธารณะ "
    "ภายในวันที่ ๑๕ ธันวาคม ๒๕๖๙ เวลา ๑๖.๓๐ น."
)
UNITS = ("กองกิ่งไม้", "กองรากไม้", "กลุ่มใบไม้")
ANNEX = tuple(zip(UNITS, (2, 2, 1), strict=True))
IMPOSSIBLE = "ภายในวันที่ ๓๑ ก.พ. ๒๕๗๐"
SIGNATORY, CONTACT = "นางสาวใบบุญ ร่มเย็น", "นายกิ่งแก้ว เงาไม้"
NEWS = "ต้นไม้ใหญ่ในเมืองช่วยลดความร้อน นักท่องเที่ยวหลายคนแวะถ่ายภาพในวันหยุด อากาศดีตลอดสัปดาห์\n" * 3


def memo(
    *points: str,
    annex: Sequence[tuple[str, int]] | None = ANNEX,
    number: str = NUMBER,
    agency: str = AGENCY,
    subject: str = SUBJECT,
) -> str:
    """A memo with these points and this annex: an empty one has its heading only, None leaves it out."""
    lines = [
        "บันทึกข้อความ",
        f"ส่วนราชการ {agency} โทร. ๐ ๒๙๙๙ ๐๒๐๐",
        *([f"ที่ {number}"] if number else []),
        f"วันที่ {DATE}",
        f"เรื่อง {subject}",
        "เรียน หัวหน้าหน่วยงานในสังกัดกระทรวงสวนสาธารณะ",
        "ด้วยกระทรวงสวนสาธารณะจะดูแลต้นไม้ใหญ่ในเมือง จึงขอให้หน่วยงานดำเนินการ ดังนี้",
        *(f"{to_thai(str(order))}. {point}" for order, point in enumerate(points, start=1)),
        "จึงเรียนมาเพื่อพิจารณาดำเนินการ",
        f"({SIGNATORY})",
        "ปลัดกระทรวงสวนสาธารณะ",
    ]
    if annex is not None:
        rows = (f"{unit}\t{to_thai(str(count))} คน" for unit, count in annex)
        lines += ["บัญชีรายชื่อหน่วยงานและจำนวนข้าราชการ", "ชื่อหน่วยงาน\tจำนวนที่คัดเลือก"]
        lines += [f"{to_thai(str(order))}. {row}" for order, row in enumerate(rows, start=1)]
    return "\n".join([*lines, f"ผู้ประสานงาน {CONTACT} โทร. ๐๘ ๕๕๕๕ ๐๐๐๑", ""])
