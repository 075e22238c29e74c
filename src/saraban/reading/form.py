"""Which kind of paper it is, and where its head, body and signature stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saraban.letter import NOT_A_LETTER
from saraban.reading.labels import KIND_OF_TITLE, TITLE_LINE, is_date_only, label_of
from saraban.reading.lines import Line, Page
from saraban.reading.vocabulary import CLOSINGS, PERSON

_THAI_LETTER = re.compile("[\u0e01-\u0e2e]")
_LETTER = re.compile(r"[^\W\d_]")
_THAI_SHARE = 0.3
_HEAD_LINES = 14  # a letter's head is never longer than this many lines above เรื่อง

_SEALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("order", re.compile(r"(?:ทั้งนี้.{0,40})?สั่ง\s*ณ\s*(?:วัน|\d)")),
    ("announcement", re.compile(r"(?:จึงประกาศ.{0,60})?ประกาศ\s*ณ\s*(?:วัน|\d)")),
    ("other", re.compile(r"(?:ออก)?ให้(?:ไว้)?\s*ณ\s*(?:วัน|\d)")),
)
_REPORT = re.compile(r"(?:ร่าง\s*)?รายงานการประชุม")
_REPORT_PARTS = re.compile(r"(?:ผู้(?:ไม่)?มาประชุม|ระเบียบวาระที่|เริ่มประชุม|เลิกประชุม|ผู้เข้าร่วมประชุม)")
_RESPECT = re.compile(r"ขอแสดงความนับถือ")
_THEREFORE = re.compile(r"จึง(?:ขอ)?(?:กราบ)?เรียนมา")
_CLOSING = re.compile(rf"(?:{CLOSINGS})|\(\s*{PERSON}\s*\)$|\(\.{{5,}}|ลงชื่อ")


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
    if not _is_thai(page.text):
        return Form(NOT_A_LETTER, 0.95)
    return _letter(page) or _minutes(page) or _sealed(page) or _message(page) or Form(NOT_A_LETTER, 0.8)


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
        label = label_of(line)
        if label == "memo" or (label in {"subject", "agency"} and _address_near(page, line.index)):
            return line.index
        if label == "number" and _address_near(page, line.index):
            return line.index
    return None


def _address_near(page: Page, at: int) -> bool:
    near = page.lines[at + 1 : at + 9]
    return any(label_of(line) == "addressee" for line in near)


def _head(page: Page, anchor: int) -> tuple[tuple[str, Line], ...]:
    """The labelled lines around the anchor, up to the first line of running text on either side."""
    first = anchor
    while first > 0 and anchor - first < _HEAD_LINES and len(page.lines[first - 1].text) < 90:
        first -= 1
    found: list[tuple[str, Line]] = []
    for line in page.lines[first : anchor + _HEAD_LINES]:
        name = label_of(line)
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
        while at < len(page.lines) and re.match(r"\(?\d{1,2}[.)]", page.lines[at].text):
            at += 1
    return at


def _closing(page: Page, body: int) -> int:
    """Index of the first line after the body: words of respect, the seal of an order, or a name in brackets."""
    for line in page.lines[body:]:
        if _CLOSING.match(line.text):
            return line.index
    return len(page.lines)


def _minutes(page: Page) -> Form | None:
    for line in page.lines:
        if _REPORT.match(line.text) and len(line.text) < 150:
            parts = sum(bool(_REPORT_PARTS.match(other.text)) for other in page.lines[line.index :])
            if parts >= 2:
                closing = _closing(page, line.index + 1)
                return Form("report", 0.9, line.index, line.index + 1, closing, line)
    return None


def _sealed(page: Page) -> Form | None:
    """Order, announcement, rule: known by its seal (สั่ง ณ วันที่, ประกาศ ณ วันที่) or by title and เรื่อง."""
    seals = [(kind, line) for line in page.lines for kind, seal in _SEALS if seal.match(line.text)]
    titles = [(line, match) for line in page.lines if (match := TITLE_LINE.match(line.text))]
    if seals:
        kind, seal = seals[-1]
        above = [(line, match) for line, match in titles if line.index < seal.index]
        title = above[-1][0] if above else None
        if above:
            named = KIND_OF_TITLE[above[-1][1]["word"]]
            kind = named if kind != "order" else kind
        body = _title_end(page, title) if title else 0
        first = title.index if title else 0
        return Form(kind, 0.95 if title else 0.8, first, min(body, seal.index), seal.index, title)
    for line, match in reversed(titles):
        below = page.lines[line.index + 1 : line.index + 3]
        if any(label_of(other) == "subject" for other in below) and not match["subject"]:
            body = _title_end(page, line)
            kind = KIND_OF_TITLE[match["word"]]
            return Form(kind, 0.6, line.index, body, _closing(page, body), line)
    return None


def _title_end(page: Page, title: Line) -> int:
    """Index of the first body line below a title: after its ที่, เรื่อง, edition and ruling lines."""
    at = title.index + 1
    while at < len(page.lines) and at < title.index + 7:
        text = page.lines[at].text
        small = re.match(r"ที่\s*\d|เรื่อง|ว่าด้วย|\(?ฉบับที่|พ\.ศ\.|[-–_=*.]{3,}|\(.{0,60}\)$", text)
        if not small:
            break
        at += 1
    return at


def _message(page: Page) -> Form | None:
    """An office's message to its line: no number, no subject, but เรียน above and a date at the foot."""
    to = next(
        (line for line in page.lines if label_of(line) == "addressee" and line.text.startswith("เรียน")), None
    )
    if to is None:
        return None
    foot = [
        line
        for line in page.lines[to.index + 1 :]
        if label_of(line) in {"date", "dated"} and len(line.text) < 50
    ]
    if not foot:
        return None
    body = to.index + 1
    return Form(
        "announcement", 0.5, to.index, body, foot[-1].index, None, (("addressee", to), ("date", foot[-1]))
    )
