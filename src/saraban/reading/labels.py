"""The labels that stand at the beginning of a letter's lines: ส่วนราชการ, ที่, วันที่, เรื่อง, เรียน …"""

from __future__ import annotations

import re

from saraban.dates import find_dates
from saraban.reading.lines import Line
from saraban.reading.vocabulary import POST, UNIT

_SEP = r"\s*[:：]?\s*"

#: Letters of a number: a prefix such as มท or กค (กวจ), the unit's digits, a stroke, the running number.
NUMBER = (
    r"(?:[ก-ฮ]{1,5}\.?\s*(?:\([ก-์.]{1,12}\)\s*)?\d{1,6}(?:[./]\d{1,4})*(?:\s*\([ก-์.]{1,12}\))?\s*/\s*(?:[ก-ฮ]\s*(?:\([^)]{1,8}\)\s*)?)?\d{1,6}"
    r"|(?:พิเศษ\s*)?\d{1,5}\s*/\s*(?:พิเศษ\s*)?(?:ว\s*)?\d{1,4})"
)

#: name -> what follows the label is the value; tried in this order.
LABELS: dict[str, re.Pattern[str]] = {
    "memo": re.compile(r"บันทึก\s?ข้อความ$"),
    "agency": re.compile(rf"ส่วนราชการ{_SEP}(?=\S)"),
    "number": re.compile(rf"(?:เลข)?ที่{_SEP}(?={NUMBER})"),
    "date": re.compile(rf"วันที่{_SEP}(?=\d)"),
    "subject": re.compile(r"เรื่อง(?:\s*[:：]\s*|\s+)(?=\S)"),
    "references": re.compile(rf"อ้าง(?:ถึง|อิง){_SEP}(?=\S)"),
    "enclosures": re.compile(rf"(?:สิ่งที่|เอกสารที่)(?:ส่งมา|แนบมา)(?:ด้วย|พร้อมนี้)?{_SEP}(?=\S)"),
    "addressee": re.compile(r"(?:กราบเรียน|กราบทูล|เรียน|ถึง|ทูล|นมัสการ|กราบนมัสการ)(?:\s*[:：]\s*|\s+)(?=\S)"),
}

#: Heading of a paper that names its kind and issuer: (kind, words).
TITLES: tuple[tuple[str, str], ...] = (
    ("order", "คำสั่ง"),
    ("announcement", "ประกาศ"),
    ("announcement", "แถลงการณ์"),
    ("other", "ระเบียบ"),
    ("other", "ข้อบังคับ"),
    ("other", "ข้อกำหนด"),
    ("other", "หนังสือรับรอง"),
    ("other", "กฎกระทรวง"),
    ("other", "พระราชกฤษฎีกา"),
    ("other", "พระราชกำหนด"),
)
_ISSUER = rf"(?:{UNIT}|{POST}|สถาน)[^\d\n]*?"
_TAIL = (
    rf"(?:\s*\((?P<edition>ฉบับที่\s*\d+)\)|\s*ฉบับที่\s*[\d/]+)?(?:\s*ที่\s*(?P<number>{NUMBER}))?"
    r"(?:\s*(?:ณ\s*|ลง)?วันที่\s*\d{1,2}\s*[ก-์.]+\s*(?:พ\.ศ\.\s*)?\d{2,4})?(?:\s*พ\.ศ\.\s*\d{4})?"
    r"(?:\s*(?:เรื่อง|ว่าด้วย)\s*(?P<subject>\S.*?))?"
)
TITLE_LINE = re.compile(
    rf"(?P<word>{'|'.join(word for _, word in TITLES)})\s*(?P<issuer>{_ISSUER}){_TAIL}(?:\s*[-–_=]{{3,}})?$"
)
KIND_OF_TITLE = {word: kind for kind, word in TITLES}


def label_of(line: Line) -> str | None:
    """Name of the label that the line begins with, "dated" for a line that is nothing but a date, else None."""
    for name, pattern in LABELS.items():
        if pattern.match(line.text):
            return name
    return "dated" if is_date_only(line.text) else None


def is_date_only(text: str) -> bool:
    """True for ๒๐ กุมภาพันธ์ ๒๕๖๑ alone on its line (not for วันพุธที่ …, which is how news pages are dated)."""
    if len(text) > 40 or text.startswith("วัน"):
        return False
    found = find_dates(text)
    return len(found) == 1 and not text[: found[0].start].strip() and not text[found[0].end :].strip(" .")
