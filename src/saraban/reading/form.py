"""Which kind of paper it is, and where its head, body and signature stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saraban.letter import NOT_A_LETTER
from saraban.reading.labels import KIND_OF_TITLE, LABELS, TITLE_LINE, is_blank_form, is_date_only, label_of
from saraban.reading.lines import Line, Page
from saraban.reading.vocabulary import CLOSINGS, NEWS, PERSON, POST, UNIT

_THAI_LETTER = re.compile("[\u0e01-\u0e2e]")
_LETTER = re.compile(r"[^\W\d_]")
_THAI_SHARE = 0.3
_HEAD_LINES = 14  # a letter's head is never longer than this many lines above เรื่อง

_SEALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("order", re.compile(r"(?:ทั้งนี้.{0,40})?สั่?ง\s*ณ\s*(?:วัน|\d)")),
    ("announcement", re.compile(r"(?:จึงประกาศ.{0,60})?(?:ประกาศ|แถลง)\s*ณ\s*(?:วัน|\d)")),
    ("other", re.compile(r"(?:ออก)?ให้(?:ไว้)?\s*ณ\s*(?:วัน|\d)")),
)
_PUBLISHED = re.compile(r"จึงประกาศ(?:มา)?(?:เพื่อ)?ให้(?:ได้)?ทราบ")
_MAIL = re.compile(
    r"(?:From|To|Cc|Bcc|Subject|Sent|Date|Reply-To|จาก|ถึง|หัวเรื่อง|หัวข้อ|ส่งเมื่อ|สำเนาถึง)\s*:\s*\S", re.IGNORECASE
)
_LAW = re.compile(r"(?:ร่าง)?\s*(?:พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|กฎกระทรวง|รัฐธรรมนูญ|ประมวลกฎหมาย)")
_LESSON = re.compile(
    r"(?:วิธี|หลัก|เทคนิค|สอน|เคล็ดลับ|ขั้นตอน)(?:การ)?(?:เขียน|ร่าง|พิมพ์|ทำ|จัดทำ)(?:หนังสือ|บันทึก|จดหมาย)|ตัวอย่าง(?:การเขียน|หนังสือ|บันทึก|จดหมาย)|แบบฟอร์มหนังสือ"
)
_NEWS = re.compile(NEWS)
_SUPERIOR = re.compile(rf"เรียน\s*[:：]?\s*(?:ผอ|ผู้บริหาร|ผู้ปกครอง|ครู|ทุก|คณะ|หัวหน้า|บุคลากร|ข้าราชการ|สมาชิก|{POST})")
_SPEAKS = re.compile(r"ด้วย|ตามที่|แจ้ง|ขอความ|ขอให้|ขอเชิญ|จึงเรียนมา")
_REPORT = re.compile(r"(?:ร่าง\s*)?รายงานการประชุม")
_REPORT_PARTS = re.compile(r"(?:ผู้(?:ไม่)?มาประชุม|ระเบียบวาระที่|เริ่มประชุม|เลิกประชุม|ผู้เข้าร่วมประชุม)")
_RESPECT = re.compile(r"ขอแสดงความนับถือ")
_THEREFORE = re.compile(r"จึง(?:ขอ)?(?:กราบ)?เรียนมา")
_CLOSING = re.compile(rf"(?:{CLOSINGS})|\(\s*{PERSON}\s*\)$|\(\.{{5,}}|ลงชื่อ")
_NAME_ALONE = re.compile(rf"{PERSON}$")
_CONTINUED = re.compile(r"(?:ลง\s?วันที่|เมื่อวันที่|ประกาศ\s*ณ|สั่ง\s*ณ|จำนวน\s*\d|พ\.ศ\.|\(?\d{1,2}[.)])")


@dataclass(frozen=True)
class Form:
    """The shape of a paper. Line numbers index `Page.lines`.

    Head is `first` to `body`, body is `body` to `closing`, what follows is signature and annexes; `title` is the
    line that names the paper and its issuer (orders, announcements, rules). `labels` gives the lines of the head.
    """

    kind: str
    confidence: float
    first: int = 0
    body: int = 0
    closing: int = 0
    title: Line | None = None
    labels: tuple[tuple[str, Line], ...] = ()

    def labelled(self, name: str) -> Line | None:
        """The first line of the head under this label."""
        return next((line for label, line in self.labels if label == name), None)


def form_of(page: Page) -> Form:
    """Recognise the paper. A text that merely quotes or reports on one is not a letter."""
    if not _is_thai(page.text) or _is_something_else(page):
        return Form(NOT_A_LETTER, 0.95)
    return _letter(page) or _minutes(page) or _sealed(page) or _message(page) or Form(NOT_A_LETTER, 0.8)


def _is_something_else(page: Page) -> bool:
    """A blank form or a lesson in writing letters, an e-mail, a law."""
    mails = sum(bool(_MAIL.match(line.text)) for line in page.lines)
    articles = sum(line.text.startswith("มาตรา") for line in page.lines)
    laws = any(_LAW.match(line.text) for line in page.lines)
    first = next((line.index for line in page.lines if label_of(line.text)), len(page.lines))
    lessons = any(_LESSON.search(line.text) for line in page.lines[:first])
    return is_blank_form(page.text) or mails > 1 or lessons or (laws and articles > 1)


def _is_thai(text: str) -> bool:
    letters = len(_LETTER.findall(text))
    return letters > 0 and len(_THAI_LETTER.findall(text)) >= _THAI_SHARE * letters


def _letter(page: Page) -> Form | None:
    """Memo, external or stamped letter: known by the labels of its head."""
    anchor = _anchor(page)
    if anchor is None:
        return None
    labels = _head(page, anchor)
    names = {name for name, _ in labels}
    first = labels[0][1].index
    body = _after_head(page, labels)
    closing = _closing(page, body)
    respect = any(_RESPECT.match(line.text) for line in page.lines[body:])
    therefore = any(_THEREFORE.search(line.text) for line in page.lines[body:])
    if names & {"memo", "agency"} and names & {"subject", "addressee", "number"}:
        return Form("memo", 0.97 if "memo" in names else 0.85, first, body, closing, None, labels)
    if {"subject", "addressee"} <= names and (respect or therefore or names & {"number", "date", "dated"}):
        return Form("external", 0.95 if respect else 0.75, first, body, closing, None, labels)
    to = next((line for name, line in labels if name == "addressee"), None)
    if to and "number" in names and "subject" not in names:
        kind = "stamped" if to.text.startswith("ถึง") and not respect else "external"
        if kind == "stamped":
            closing, labels = _stamp(page, body, closing, labels)
        return Form(kind, 0.9, first, body, closing, None, labels)
    return None


def _stamp(
    page: Page, body: int, closing: int, labels: tuple[tuple[str, Line], ...]
) -> tuple[int, tuple[tuple[str, Line], ...]]:
    """A stamped letter ends with its sender and, below, its date; both count as labelled lines."""
    for line in page.lines[body + 1 : closing + 4]:
        if is_date_only(line.text):
            labels = (*(each for each in labels if each[0] != "dated"), ("dated", line))
            return min(closing, line.index - 1), labels
    return closing, labels


def _anchor(page: Page) -> int | None:
    """The line that the head is built around: the last label before the body of the first letter in the text."""
    for line in page.lines:
        label = label_of(line.text)
        if label == "memo" or (label in {"subject", "agency"} and _address_near(page, line.index)):
            return line.index
        if label == "number" and _address_near(page, line.index):
            return line.index
    return None


def _address_near(page: Page, at: int) -> bool:
    near = page.lines[max(0, at - 3) : at] + page.lines[at + 1 : at + 9]
    return any(label_of(line.text) == "addressee" for line in near)


def _head(page: Page, anchor: int) -> tuple[tuple[str, Line], ...]:
    """The labelled lines around the anchor, up to the first line of running text on either side."""
    first = anchor
    while first > 0 and anchor - first < _HEAD_LINES and len(page.lines[first - 1].text) < 90:
        first -= 1
    found: list[tuple[str, Line]] = []
    for line in page.lines[first : anchor + _HEAD_LINES]:
        name = label_of(line.text)
        seen = {known for known, _ in found}
        if name and not (name in seen and name != "dated"):
            found.append((name, line))
        elif len(line.text) > 150 and "addressee" in seen:
            break
    return tuple(found)


def _after_head(page: Page, labels: tuple[tuple[str, Line], ...]) -> int:
    """Index of the first line of the body: after the head's last label and its numbered continuation lines."""
    last = max(line.index for name, line in labels if name != "dated" or line.index == labels[0][1].index)
    at = last + 1
    if labels[-1][0] in {"references", "enclosures"}:
        while at < len(page.lines) and _CONTINUED.match(page.lines[at].text):
            at += 1
    return at


def _closing(page: Page, body: int) -> int:
    """Index of the first line after the body: words of respect, the seal of an order, or a name in brackets."""
    for line in page.lines[body:]:
        if _CLOSING.match(line.text) or (_NAME_ALONE.match(line.text) and _office_below(page, line)):
            return line.index
    return len(page.lines)


def _office_below(page: Page, line: Line) -> bool:
    """Does a short line that begins with a post stand under this one?"""
    below = page.lines[line.index + 1 : line.index + 2]
    return any(
        len(each.text) < 110
        and re.match(rf"(?:ตำแหน่ง\s*)?(?:{POST}|[ก-์]+ชำนาญการ|[ก-์]+ปฏิบัติการ|นัก|เจ้า)", each.text)
        for each in below
    )


def _minutes(page: Page) -> Form | None:
    """A report of a meeting: its heading, the last above those who came, and the parts that minutes have."""
    parts = [line.index for line in page.lines if _REPORT_PARTS.match(line.text)]
    if len(parts) < 2:
        return None
    above = page.lines[: parts[0]]
    title = next(
        (line for line in reversed(above) if _REPORT.match(line.text) and len(line.text) < 150), None
    )
    if title is None:
        return None
    return Form("report", 0.9, title.index, title.index + 1, _closing(page, title.index + 1), title)


def _sealed(page: Page) -> Form | None:
    """Order, announcement, rule: known by its seal (สั่ง ณ วันที่, ประกาศ ณ วันที่), or by its title and what stands below it."""
    titles = [(line, match) for line in page.lines if (match := TITLE_LINE.match(line.text))]
    seals = [(kind, line) for line in page.lines for kind, seal in _SEALS if seal.match(line.text)]
    if seals:
        return _closed(page, titles, *seals[-1])
    for line, match in reversed(titles):
        below = page.lines[line.index + 1 : line.index + 4]
        if not match["subject"] and any(LABELS["subject"].match(other.text) for other in below):
            return Form(
                _kind(match), 0.6, line.index, _title_end(page, line), _closing(page, line.index + 1), line
            )
    known = next((line for line in page.lines if _PUBLISHED.match(line.text)), None)
    if known and any(is_date_only(line.text) for line in page.lines[known.index + 1 : known.index + 5]):
        return _closed(page, titles, "announcement", known)
    return None


def _closed(page: Page, titles: list[tuple[Line, re.Match[str]]], kind: str, seal: Line) -> Form:
    """The paper that ends at `seal`, under the last title above it."""
    above = [(line, match) for line, match in titles if line.index < seal.index]
    if not above:
        return Form(kind, 0.8, 0, 0, seal.index)
    title, match = above[-1]
    kind = kind if kind == "order" else _kind(match)
    return Form(kind, 0.95, title.index, min(_title_end(page, title), seal.index), seal.index, title)


def _kind(title: re.Match[str]) -> str:
    return KIND_OF_TITLE[title["word"]]


def _title_end(page: Page, title: Line) -> int:
    """Index of the first body line below a title: after its ที่, เรื่อง, edition and ruling lines."""
    at = title.index + 1
    while at < len(page.lines) and at < title.index + 7:
        text = page.lines[at].text
        issuer = (
            at == title.index + 1
            and len(title.text) < 20
            and re.match(rf"{UNIT}|{POST}", text)
            and len(text) < 120
        )
        small = issuer or re.match(
            r"ที่?\s*(?:พิเศษ\s*)?\d|เรื่?อง|ว่าด้วย|\(?ฉบับที่|พ\.ศ\.|[-–_=*.]{3,}|\(.{0,60}\)$", text
        )
        if not small:
            break
        at += 1
    return at


def _message(page: Page) -> Form | None:
    """An office's message to its line: no number, no subject, but เรียน above and a date at the foot."""
    to = next(
        (line for line in page.lines if label_of(line.text) == "addressee" and line.text.startswith("เรียน")),
        None,
    )
    if to is None:
        return None
    foot = [
        line
        for line in page.lines[to.index + 1 :]
        if label_of(line.text) in {"date", "dated"} and len(line.text) < 50
    ]
    lead = "\n".join(line.text for line in page.lines[: to.index])
    labels: tuple[tuple[str, Line], ...] = (("addressee", to),)
    if not foot:
        below = "\n".join(line.text for line in page.lines[to.index :])
        speaks = _SUPERIOR.match(to.text) and _SPEAKS.search(below)
        if not speaks or _NEWS.search(lead) or _NEWS.search(below):
            return None
        return Form("announcement", 0.4, to.index, to.index + 1, _closing(page, to.index + 1), None, labels)
    body = to.index + 1
    return Form(
        "announcement", 0.5, to.index, body, foot[-1].index, None, (("addressee", to), ("date", foot[-1]))
    )
