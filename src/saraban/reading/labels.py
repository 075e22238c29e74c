"""The labels that stand at the beginning of a letter's lines: ส่วนราชการ, ที่, วันที่, เรื่อง, เรียน …"""

from __future__ import annotations

import re

from saraban.dates import MONTH, find_dates
from saraban.reading.vocabulary import PERSON, POST, UNIT

_SEP = r"\s*[:：]?\s*"

_CODE = r"[ก-ฮ](?:[ก-ฮ]|\.(?=\s?[ก-ฮ(\d])){0,6}\.?"
_SUFFIX = r"\s*\([ก-์.\s]{1,16}\)"
_ROUND = rf"(?:ว\s?\.?(?:{_SUFFIX})?\s*|[ก-ฮ]{{1,2}}\s*)"
#: A number: a prefix such as มท or กค (กวจ), the unit's digits, a stroke, the running number; or one of an order, ๑๒/๒๕๖๕.
NUMBER = (
    rf"(?:{_CODE}(?:{_SUFFIX})?\s*\d{{1,6}}(?:\s?[./-]\s?\d{{1,4}})*(?:{_SUFFIX})?\s*/\s*{_ROUND}?\d{{1,6}}(?:/\d{{4}})?"
    rf"|{_CODE}(?:\s*{_CODE})?(?:{_SUFFIX}|\(\d{{1,3}}\))?\s*{_ROUND}\d{{1,6}}\s*/\s*\d{{4}}"
    rf"|{_CODE}\s*/\s*{_ROUND}?\d{{1,6}}(?:/\d{{4}})?"
    r"|(?:พิเศษ\s*)?\d{1,6}(?:\.\d{1,3})*\s*/\s*(?:พิเศษ\s*)?(?:ว\s*)?\d{1,6}(?:/\d{4})?)"
)
#: Words with which a subject begins even where เรื่อง is glued to it, and those to whom a letter glued to เรียน is written.
_SUBJECT_WORDS = (
    r"(?:การ|ขอ|แจ้ง|ส่ง|รายงาน|ประชา|ประกาศ|แต่งตั้ง|ให้|เชิญ|สรุป|ผล|โครงการ|ซักซ้อม|กำหนด|ขยาย|แนว|มาตรการ|ติดตาม|สำรวจ|คัดเลือก"
    r"|เสนอ|หารือ|รับ|มอบ|เลื่อน|ความ|หลักเกณฑ์|แผน|ตอบ|จัด|เร่ง|กำชับ|อนุมัติ|ยกเลิก|ปรับ|เปลี่ยน|นโยบาย|ระเบียบ|ร่าง|อบรม|ประชุม)"
)
_READER_WORDS = rf"(?:ท่าน|ผอ|ทุก|คณะ|พี่น้อง|{POST}|{UNIT})"

#: name -> what follows the label is the value; tried in this order.
LABELS: dict[str, re.Pattern[str]] = {
    "memo": re.compile(r"บันทึก\s?ข้?อ้?ความ(?=$|\s*\()"),
    "agency": re.compile(rf"ส่?วน\s?(?:ราชการ(?!ละ)|งาน(?=\s)){_SEP}(?=[^\s|])(?!จำนวน|ผู้|โควตา|ราย)"),
    "number": re.compile(rf"(?:(?:ด่วน|ลับ)(?:ที่สุด|มาก)?\s*)*(?:เลข)?ที่?{_SEP}(?={NUMBER})"),
    "date": re.compile(rf"วันที่?{_SEP}(?=\d)"),
    "subject": re.compile(rf"เรื่?อง(?:\s*[:：]\s*|\s+|(?={_SUBJECT_WORDS}))(?=\S)"),
    "references": re.compile(rf"อ้าง\s?(?:ถึง|อิง){_SEP}(?=\S)"),
    "enclosures": re.compile(rf"(?:สิ่งที่|เอกสาร(?:ที่)?)(?:ส่งมา|แนบ(?:มา)?)(?:ด้วย|พร้อมนี้|ท้าย)?{_SEP}(?=\S)"),
    "addressee": re.compile(
        rf"(?:กราบเรียน|กราบทูล|เรียน|ถึง|ทูล|นมัสการ|กราบนมัสการ)(?:\s*[:：]\s*|\s+|(?={_READER_WORDS}))(?=\S)"
    ),
}
#: A label whose value stands on the line below.
ALONE = re.compile(
    r"(?P<label>(?:^|(?<=\n))[ \t]*(?:ส่วนราชการ|ที่|วันที่|เรื่อง|อ้างถึง|สิ่งที่ส่งมาด้วย|เรียน|ถึง|ประกาศ(?=[ \t]*\n\s*ณ[ \t])|สั่ง(?=[ \t]*\n\s*ณ[ \t]))[ \t]*[:：]?)[ \t]*\r?\n\s*(?=\S)(?!วันที่[ \t]|เรื่อง[ \t])"
)
#: A date of the head that a page cut behind its day or its month.
DATE_CUT = re.compile(
    rf"(?:^|(?<=\n))[ \t]*\d{{1,2}}(?:[ \t]+(?:{MONTH})[ \t]*\r?\n\s*(?=(?:พ\.ศ\.[ \t]*)?\d{{4}}[ \t]*(?:\n|$))|[ \t]*\r?\n\s*(?=(?:{MONTH})[ \t]+(?:พ\.ศ\.[ \t]*)?\d{{4}}[ \t]*(?:\n|$)))"
)
#: A line of the head that may hold several labels; `apart` gives each a line of its own.
SEVERAL = re.compile(
    rf"(?:^|(?<=\n))[ \t]*(?:ส่?วน\s?(?:ราชการ|งาน)(?=[\s:：])|(?:ด่วน(?:ที่สุด|มาก)?[ \t]+)?ที่?{_SEP}(?={NUMBER})|ที่(?=[ \t.…]+วันที่[ \t]*\d)|วันที่?\s*\d)[^\n]{{0,300}}"
)
_NEXT_LABEL = re.compile(
    rf"[ \t](?=(?:(?:เลข)?ที่?{_SEP}{NUMBER}|วันที่?{_SEP}(?:\d|\.{{2,}}|_{{2,}})|เรื่?อง[ \t:：]|เรียน[ \t:：]|อ้างถึง[ \t]|สิ่งที่ส่งมาด้วย[ \t]|ถึง[ \t]+(?:{UNIT}|{POST})|(?<!ที่\s)\d{{1,2}} (?:{MONTH}) (?:พ\.ศ\. )?\d{{4}}(?=\s|$)))"
)
#: The end of a head's line to which the next label is glued: ๑๑ พฤษภาคม ๒๕๖๖เรื่อง งดการประชุม.
GLUED = re.compile(
    rf"(\d{{4}}|(?:^|(?<=\n))ด่วน(?:ที่สุด|มาก)?)(?=เรื่อง[ \t]|เรียน[ \t]|ที่ {_CODE}\s*\d)|((?:^|(?<=\n))เรื่อง [^\n]{{4,120}}?)(?=เรียน[ \t]+(?:{POST}|{UNIT}|สมาชิก|ท่าน|ทุก))"
)
#: Words of respect and the name in brackets, behind which other parts of the signature may follow in one line.
RESPECT = re.compile(r"(?:^|(?<=\n))[ \t]*ขอแสดงความนับถือ(?:อย่าง(?:ยิ่ง|สูง))?(?=[ \t]+\S)")
SIGNED = re.compile(rf"(?:^|(?<=\n))[ \t]*\([^()\d\n]{{4,60}}\)(?=[ \t]+(?:ตำแหน่ง\s*)?{POST})")
#: A letter that a web page ran together in one line: behind its addressee, before its last words, before its respect.
RUN_ON_LETTER = (
    re.compile(
        r"(?:^|(?<=\n))เรียน [^\n]{4,150}?(?= (?:ด้วย|ตามที่|ตามหนังสือ|เนื่องจาก|เนื่องด้วย|สืบเนื่อง)[^\n]{80,} จึงเรียนมา)"
    ),
    re.compile(r"(?:^|(?<=\n)) ?(?:ด้วย|ตามที่|ตามหนังสือ|เนื่องจาก|เนื่องด้วย|สืบเนื่อง)[^\n]{80,}?(?= จึงเรียนมา)"),
    re.compile(r"(?:^|(?<=\n)) ?จึงเรียนมา[^\n]{4,120}?(?= ขอแสดงความนับถือ| \()"),
)
#: An order or announcement that a web page ran together in one line: behind its title, before and behind its seal.
_SIGNED_BELOW = rf"(?= (?:สั่ง|ประกาศ) ณ วันที่ \d{{1,2}} (?:{MONTH}) (?:พ\.ศ\. ?)?\d{{4}} (?:\(|ลงชื่อ|{PERSON}))"
RUN_ON = (
    re.compile(
        r"(?:^|(?<=\n))[ \t]*(?:คำสั่ง|ประกาศ)[^\n]{10,250}?(?= (?:ด้วย|ตามที่|โดยที่|เพื่อ|อาศัยอำนาจ|เนื่องจาก)[^\n]{200,}(?:สั่ง|ประกาศ) ณ วันที่ \d)"
    ),
    re.compile(rf"(?:^|(?<=\n)) ?(?:ด้วย|ตามที่|โดยที่|เพื่อ|อาศัยอำนาจ|เนื่องจาก)[^\n]{{200,}}{_SIGNED_BELOW}"),
    re.compile(rf"(?:^|(?<=\n)) ?(?:สั่ง|ประกาศ) ณ วันที่ \d{{1,2}} (?:{MONTH}) (?:พ\.ศ\. )?\d{{4}}(?= \S)"),
)
#: The dots on which a form's head is filled in.
FILLED = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:ส่วน\s?ราชการ|ที่|วันที่|เรื่อง|เรียน|ถึง)[ \t]*(?:\.{3,}|…)[^\n]*[ก-ฮ\d][^\n]*"
)
DOTS = re.compile(r"\.{3,}|…+")
#: What a registry stamped on a letter that came in; neither its number nor its date are the letter's.
STAMP = re.compile(
    r"(?:^|(?<=\n))[^\n]{0,40}(?:เลข(?:ที่)?\s?(?:ทะเบียน)?\s?รับ|รับที่|ลงรับ)[^\n]{0,80}(?:\n[ \t]*(?:รับ)?วันที่[^\n]{0,40})?(?:\n[ \t]*เวลา[^\n]{0,30})?(?=\n|$)"
)


_FORM_LINE = re.compile(
    r"\s*(?:ส่วน\s?ราชการ|(?:เลข)?ที่|วันที่|เรื่อง|เรียน|ถึง|อ้างถึง)[^\n]*(?:\.{4,}|…{2,}|_{4,}|\[[^\]]*\]|<[^>]*>)"
)
_NO_VALUE = re.compile(
    r"ส่วน\s?ราชการ|(?:เลข)?ที่|วันที่|เดือน|พ\.ศ\.|เรื่อง|เรียน|ถึง|อ้าง|โทร|\([^)]*\)|\[[^\]]*\]|<[^>]*>|[\s./:：_…()-]"
)


def is_blank_form(text: str) -> bool:
    """Does the text show a form that nobody filled in: two lines or more of labels and dots only?

    >>> is_blank_form("ที่ ......../........ วันที่ ..........\\nเรื่อง ......................")
    True
    """
    heads = [line for line in text.splitlines() if _FORM_LINE.match(line)]
    return sum(not _NO_VALUE.sub("", line) for line in heads) > 1


def apart(match: re.Match[str]) -> str:
    """The matched line with a line break before every label but the first; as long as it was.

    >>> SEVERAL.sub(apart, "ที่ กก ๐๑๐๒/๑๒ วันที่ ๓ มกราคม ๒๕๖๖")
    'ที่ กก ๐๑๐๒/๑๒\\nวันที่ ๓ มกราคม ๒๕๖๖'
    """
    return _NEXT_LABEL.sub("\n", match[0])


#: Heading of a paper that names its kind and issuer: (kind, words).
TITLES: tuple[tuple[str, str], ...] = (
    ("order", "คำสั่ง"),
    ("announcement", "ประกาศ"),
    ("announcement", "แถลงการณ์"),
    ("other", "ระเบียบ"),
    ("other", "ข้อบังคับ"),
    ("other", "ข้อกำหนด"),
    ("other", "หนังสือรับรอง"),
    ("other", "ใบอนุญาต"),
    ("other", "บันทึกข้อตกลง"),
)
_ISSUER = rf"(?:ของ)?(?:{UNIT}|{POST}|สถาน|สมาคม|ชมรม|สหกรณ์)[^\d\n]*?"
_TAIL = (
    rf"(?:\s*\((?P<edition>ฉบับที่\s*\d+)\)|\s*ฉบับที่\s*[\d/]+)?(?:\s*ที่\s*(?P<number>{NUMBER}))?"
    r"(?:\s*(?:ณ\s*|ลง)?วันที่\s*\d{1,2}\s*[ก-์.]+\s*(?:พ\.ศ\.\s*)?\d{2,4})?(?:\s*พ\.ศ\.\s*\d{4})?"
    r"(?:\s*เรื่อง\s*(?P<subject>\S.*?)|\s*ว่าด้วย\s*\S.*?)?"
)
_WORD = rf"(?P<word>{'|'.join(word for _, word in TITLES)})"
TITLE_LINE = re.compile(rf"{_WORD}\s*(?:(?P<issuer>{_ISSUER}){_TAIL}(?:\s*[-–_=]{{3,}})?)?$")
KIND_OF_TITLE = {word: kind for kind, word in TITLES}


def label_of(text: str) -> str | None:
    """Name of the label that a line begins with, "dated" for a line that is nothing but a date, else None."""
    for name, pattern in LABELS.items():
        if pattern.match(text):
            return name
    return "dated" if is_date_only(text) else None


_ERA_TOO = re.compile(r"\(ค\s?\.ศ\s?\.[^)]*\)|\(A\.D\.[^)]*\)|\(\s*\d{4}\s*\)")


def is_date_only(text: str) -> bool:
    """True for ๒๐ กุมภาพันธ์ ๒๕๖๑ alone on its line (not for วันพุธที่ …, which is how news pages are dated)."""
    if len(text) > 60 or text.startswith("วัน"):
        return False
    found = find_dates(text)
    return (
        len(found) == 1
        and not text[: found[0].start].strip()
        and not _ERA_TOO.sub("", text[found[0].end :]).strip(" .")
    )
