"""The facts of a letter's head: agency, number, date, subject, addressee, references, enclosures, urgency, secrecy."""

from __future__ import annotations

import re

from saraban.dates import FoundDate, find_dates
from saraban.reading.form import Form
from saraban.reading.labels import LABELS, NUMBER, TITLE_LINE, is_date_only, label_of
from saraban.reading.lines import Found, Line, Page
from saraban.reading.points import marker, split_inside
from saraban.reading.vocabulary import UNIT

_AGENCY_END = re.compile(
    r"\s*(?:\((?=[^()]*(?:โทร|$))|โทร|โทรศัพท์|โทรสาร|อีเมล|[Ee]-?mail|ไปรษณีย์อิเล็กทรอนิกส์|\t|\s{4,}|ที่\s+[ก-ฮ]{2,4}\s*\d)"
)
_DATE_LABEL = re.compile(r"วันที่?\s*[:：]?\s*(?=\d)")
_RULER = re.compile(r"[-–_=*.]{3,}$")
_URGENCY = re.compile(r"[-–—*\s]*(?:ชั้นความเร็ว\s*:?\s*)?(ด่วน(?:ที่สุด|มาก)?)(?=\s|$|ที่\s)")
_SECRECY = re.compile(r"[-–—*\s]*(?:ชั้นความลับ\s*:?\s*)?(ลับ(?:ที่สุด|มาก)?)(?=\s|$)")
_ABOVE = 7  # lines over the first label: in a draft without number, ที่ and the address stand below the grade
_ISSUED = re.compile(r"(?:คำสั่ง|ประกาศ|แถลงการณ์)(?P<issuer>[ก-์()]+)\s*(?:ที่\s*\S+\s*)?เรื่อง\s+(?P<subject>\S.*)")
_ADDRESS = re.compile(r"\s(?:ถนน|ถ\.|เลขที่|\d|อาคาร|ซอย|หมู่|ตำบล|แขวง|ต\.|ชั้น|โทร)|\s+(?:ลง)?วันที่\s*\d")
_STREET = re.compile(r"\s(?:ถนน|ถ\.|เลขที่|อาคาร|ซอย|หมู่|ตำบล|แขวง|ต\.)")
_ABOUT = re.compile(r"\s*เรื่?อง\s*:?\s*(?=\S)")
# What a body begins with; a subject over several lines ends before it.
_BODY = re.compile(
    r"ด้วย|ตามที่|ตามคำสั่ง|ตามประกาศ|ตามหนังสือ|โดยที่|อาศัย|เพื่อ|เนื่องจาก|เนื่องด้วย|สืบเนื่อง|ข้อ\s|จึง|อนุสนธิ|[-–—_=*.…\s]{3,}$|\d{1,2}[.)]"
)


def value_of(page: Page, line: Line, name: str, confidence: float = 0.95) -> Found:
    """What stands after the label of a head's line."""
    label = LABELS[name].match(line.text)
    start = line.start + (label.end() if label else 0)
    return page.take(start, line.end, confidence)


def agency(page: Page, form: Form) -> Found | None:
    """The office that the paper comes from."""
    if line := form.labelled("agency"):
        label = LABELS["agency"].match(line.text)
        begin = label.end() if label else 0
        end = _AGENCY_END.search(line.text, begin)
        return page.take(line.start + begin, line.start + (end.start() if end else len(line.text)), 0.95)
    if form.kind in {"external", "stamped"}:
        return _owner_line(page, form)
    if form.kind == "report":
        body = form.title and re.search(
            rf"คณะ(?:กรรมการ|ทำงาน|อนุกรรมการ)[ก-์]{{0,20}}?({UNIT}[ก-์]{{4,}})$", form.title.text
        )
        below = _first_unit(page, form.first + 1, form.first + 4)
        return below or (page.take_match(form.title, body, 1, 0.6) if form.title and body else None)
    if form.title and (match := TITLE_LINE.match(form.title.text)) and match["issuer"]:
        start = match.start("issuer") + (len("ของ") if match["issuer"].startswith("ของ") else 0)
        return page.take(form.title.start + start, form.title.start + match.end("issuer"), 0.95)
    if form.kind == "other":
        return _first_unit(page, 0, 8)
    if form.title and (below := _first_unit(page, form.first + 1, min(form.first + 2, form.body))):
        return below
    if form.kind in {"order", "announcement"}:
        return _from_lead(page, form, "issuer") or _office_before(page, form)
    return None


def _first_unit(page: Page, first: int, last: int) -> Found | None:
    """The first of these lines that is the name of an office, or ends with one behind a gap."""
    for line in page.lines[first:last]:
        if len(line.text) < 120 and (
            match := re.search(rf"(?:^|\s{{3,}}|\t)({UNIT}[^\d\t]{{3,}}?)$", line.text)
        ):
            return page.take_match(line, match, 1, 0.8)
    return None


def _owner_line(page: Page, form: Form) -> Found | None:
    """External letters name their owner at the right, between ที่ and the date."""
    number = form.labelled("number")
    if number:
        match = re.compile(NUMBER).search(number.text)
        rest = number.text[match.end() :] if match else ""
        if match and re.match(rf"\s+{UNIT}", rest):
            address = _ADDRESS.search(rest, 4)
            return page.take(
                number.start + match.end(),
                number.start + match.end() + (address.start() if address else len(rest)),
                0.9,
            )
    heads = [line.index for name, line in form.labels if name in {"dated", "date", "subject"}]
    last = min(heads, default=form.body)
    first = number.index + 1 if number and number.index < last else max(0, last - 4)
    if number and number.index > last:  # the number stands below the subject
        first, last = number.index + 1, number.index + 3
    near = [line for line in page.lines[first:last] if len(line.text) < 90 and label_of(line.text) is None]
    if number and not any(re.match(UNIT, line.text) for line in near):  # or above the number
        top = max(0, number.index - 4)
        near = [
            line
            for line in page.lines[top : number.index]
            if len(line.text) < 90 and re.match(UNIT, line.text)
        ] or near
    if not number:  # below a news lead only the lines that touch the date belong to the letter
        near = [line for line in near if all(len(x.text) < 90 for x in page.lines[line.index : last])]
    units = [line for line in near if re.match(UNIT, line.text)]
    line = next(iter(units), None) or (near[-1] if near and not number else None)
    if line is None:
        return None
    street = _STREET.search(line.text)
    return page.take(line.start, line.start + street.start() if street else line.end, 0.8)


def _from_lead(page: Page, form: Form, group: str) -> Found | None:
    """An announcement without a title line of its own may be named by the news lead above it."""
    for line in page.lines[: form.closing]:
        if match := _ISSUED.search(line.text):
            return page.take_match(line, match, group, 0.6)
    return None


def _office_before(page: Page, form: Form) -> Found | None:
    """The last office that speaks above the message's เรียน."""
    for line in page.lines[: form.first]:
        if re.match(UNIT, line.text) and (match := re.match(r"(.{8,140}?)\s*(?:ได้|ขอ|แจ้ง|ชี้แจง)", line.text)):
            return page.take_match(line, match, 1, 0.5)
    return None


def number(page: Page, form: Form) -> Found | None:
    """The number without its label ที่, as written."""
    if (line := form.labelled("number")) and (match := re.compile(NUMBER).search(line.text)):
        return page.take_match(line, match, 0, 0.95)
    if form.title:
        if (match := TITLE_LINE.match(form.title.text)) and match["number"]:
            return page.take_match(form.title, match, "number", 0.95)
        for line in page.lines[form.first + 1 : form.body]:
            if match := re.match(rf"(?:ที่?|ฉบับที่(?=\s*\d+\s*/))\s*({NUMBER})", line.text):
                return page.take_match(line, match, 1, 0.95)
    if form.kind == "other":
        for line in page.lines[:8]:
            if match := re.match(rf"(?:เลข)?ที่\s*({NUMBER})", line.text):
                return page.take_match(line, match, 1, 0.9)
    return None


def letter_date(page: Page, form: Form) -> tuple[Found, FoundDate] | None:
    """The date of this paper, never that of a paper or a meeting that it cites."""
    for line, start in _date_places(page, form):
        for found in find_dates(line.text[start:])[:1]:
            return page.take(line.start + start + found.start, line.start + start + found.end, 0.95), found
    return None


def _date_places(page: Page, form: Form) -> list[tuple[Line, int]]:
    """Where the date may stand, the likeliest first: (line, offset in it)."""
    places: list[tuple[Line, int]] = []
    if form.kind in {"order", "announcement", "other"} and form.closing < len(page.lines):
        places.append((page.lines[form.closing], 0))
    if form.kind == "report":
        places += [(line, 0) for line in page.lines[form.first : form.first + 6] if find_dates(line.text)]
    for name in ("date", "number", "agency", "memo"):
        if (line := form.labelled(name)) and (match := _DATE_LABEL.search(line.text)):
            places.append((line, match.start()))
    subject = form.labelled("subject") or form.labelled("addressee")
    dated = [line for name, line in form.labels if name == "dated"]
    above = [line for line in dated if subject and line.index < subject.index]
    places += [(line, 0) for line in above[-1:] or dated[:1]]
    places += [(line, 0) for line in page.lines[max(form.closing - 3, 0) :] if is_date_only(line.text)]
    return places


def subject(page: Page, form: Form) -> Found | None:
    """The text after เรื่อง, over two lines where the next line is no label."""
    if form.labels:
        line = form.labelled("subject")
        return _wrapped(page, form, line) if line else None
    if form.kind == "report":
        return None
    if form.title:
        if (match := TITLE_LINE.match(form.title.text)) and match["subject"]:
            return page.take_match(form.title, match, "subject", 0.95)
        for line in page.lines[form.first + 1 : form.body]:
            if about := _ABOUT.match(line.text):
                return page.take(line.start + about.end(), _subject_end(page, line), 0.95)
        return None
    return _from_lead(page, form, "subject")


def _subject_end(page: Page, line: Line) -> int:
    """Where a title's subject ends: it runs over short lines, up to a ruling line or the words that open a body."""
    below = page.lines[line.index + 1 : line.index + 5]
    for at, each in enumerate(below):
        if _BODY.match(each.text):
            return below[at - 1].end if at else line.end
        if len(each.text) > 130:
            break
    return line.end


def _wrapped(page: Page, form: Form, line: Line) -> Found:
    start = line.start + (label.end() if (label := LABELS["subject"].match(line.text)) else 0)
    end = line.end
    to = form.labelled("addressee")
    if to and line.index < to.index <= line.index + 3:
        for rest in page.lines[line.index + 1 : to.index]:
            if label_of(rest.text) or _RULER.match(rest.text):
                break
            end = rest.end
    return page.take(start, end, 0.95)


def addressee(page: Page, form: Form) -> Found | None:
    """The text after เรียน or ถึง."""
    line = form.labelled("addressee")
    return value_of(page, line, "addressee") if line else None


def listed(page: Page, form: Form, name: str) -> tuple[Found, ...]:
    """References or enclosures: one, or several numbered ones that run over the following lines."""
    line = form.labelled(name)
    if line is None:
        return ()
    label = LABELS[name].match(line.text)
    start = line.start + (label.end() if label else 0)
    end = line.end
    for rest in page.lines[line.index + 1 : form.body]:
        if label_of(rest.text) is not None:
            break
        end = rest.end
    if not marker(page.text[start : line.end]):
        return (page.take(start, end, 0.9),)
    points = split_inside(page.text, start, end)
    if points:
        return tuple(page.take(point.words, point.end, 0.9) for point in points)
    mark = marker(page.text[start : line.end])
    return (page.take(start + (mark.length if mark else 0), end, 0.8),)


def urgency(page: Page, form: Form) -> Found | None:
    """ด่วน, ด่วนมาก or ด่วนที่สุด of this letter: alone on a line of the head, or in front of ที่."""
    return _grade(page, form, _URGENCY, "ด่วน")


def secrecy(page: Page, form: Form) -> Found | None:
    """ลับ, ลับมาก or ลับที่สุด of this letter, alone on a line of the head or in front of ที่."""
    return _grade(page, form, _SECRECY, "ลับ")


def _grade(page: Page, form: Form, pattern: re.Pattern[str], word: str) -> Found | None:
    other = _SECRECY if pattern is _URGENCY else _URGENCY
    top = form.first
    while top > 0 and form.first - top < _ABOVE and len(page.lines[top - 1].text) < 40:
        top -= 1
    for line in page.lines[top : form.body]:
        text = line.text
        if word not in text[:40]:
            continue
        if skipped := other.match(text):
            text = text[skipped.end() :]
        at = len(line.text) - len(text)
        match = pattern.match(line.text, at)
        rest = line.text[match.end() :].strip("-–—* ") if match else ""
        if match and (not rest or other.fullmatch(rest) or re.match(r"ที่\s|บันทึก|[(*]", rest)):
            return page.take_match(line, match, 1, 0.95)
    numbered = form.labelled("number")
    if numbered and (last := re.search(rf"\s({word}(?:ที่สุด|มาก)?)$", numbered.text)):
        return page.take_match(numbered, last, 1, 0.9)
    return None
