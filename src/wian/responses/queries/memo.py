"""A unit's covering memo (บันทึกข้อความนำส่ง), field by field as it stands on paper: official Thai, whatever the screen speaks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation

from saraban.dates import thai_date
from saraban.numerals import to_thai
from wian.asks.models import Ask
from wian.circulars.models import Circular, Recipient
from wian.directory.models import Role
from wian.directory.queries import ACTING_WORDS, heads_of, offices_of
from wian.responses.models import Proposal, Signature, Submission

Said = Mapping[str, Any]

# What a unit sends for each kind of ask, what it says when it has nothing, and how that which is sent is counted.
THINGS = {
    Ask.Kind.NOMINATE: ("รายชื่อ", "ไม่มีรายชื่อที่จะส่ง"),
    Ask.Kind.PROPOSE: ("แผนงาน/โครงการ", "ไม่มีแผนงาน/โครงการที่จะเสนอ"),
    Ask.Kind.REPORT: ("รายงาน", "ไม่มีเรื่องที่จะรายงาน"),
    Ask.Kind.ATTEND: ("แบบตอบรับการเข้าร่วม", "ไม่สามารถเข้าร่วมได้"),
    Ask.Kind.OTHER: ("ข้อมูล", "ไม่มีข้อมูลที่จะส่ง"),
}
NAMES = ("ลำดับ", "ชื่อ - สกุล", "ตำแหน่ง", "โทรศัพท์")
PROJECTS = ("ลำดับ", "โครงการ", "ประเด็น", "ระยะเวลา", "งบประมาณ", "ผู้รับผิดชอบ")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the memo. The first column numbers the rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What is sent for one ask: in words, then as a table or as the unit's own text."""

    words: str
    table: Table | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """The memo in the order of the paper; `head` is its labelled lines, what is empty there is written in by hand.

    `signer` is the name in the signature block, `office` its lines below.
    """

    head: tuple[tuple[tuple[str, str], ...], ...]
    to: str
    cause: str
    opening: str
    points: tuple[Point, ...]
    enclosed: str
    files: tuple[str, ...]
    closing: str
    signer: str
    office: tuple[str, ...]
    title: str = "บันทึกข้อความ"


@translation.override("th")
def memo_of(recipient: Recipient, content: Said, submission: Submission | None, *, on: date) -> Memo:
    """The memo that covers what a unit sends: `content` is what was sent, or what would be sent now (`submit.content_of`).

    With a `submission` it carries its number, if one was noted, and whoever signed it; without, whoever heads the unit on that day.
    """
    unit, circular = recipient.unit, recipient.circular
    letter, said = circular.letter, content["asks"]
    things = [THINGS[part["kind"]][0] for part in said if part["kind"] in THINGS and part["nothing"] is None]
    memo = getattr(submission, "memo", None)
    number = memo.number if memo else f"{unit.code}/" if unit.code else ""
    phone = f" โทร. {unit.phone}" if unit.phone else ""
    points = tuple(_points(said))
    files = tuple(file["name"] for part in said for file in part.get("files", ()))
    signer, office = _signature(submission) or _head(recipient, on)
    return Memo(
        head=(
            (("ส่วนราชการ", _thai(f"{unit.name}{phone}")),),
            (("ที่", _thai(number)), ("วันที่", thai_date(memo.on) if memo else "")),
            (("เรื่อง", _thai(f"{_subject(things, said)} {_letter(circular)}")),),
        ),
        to=f"เรียน {addressee_of(circular)}",
        cause=_thai(f"ตามหนังสือ{letter.agency} {cited(circular)} ความแจ้งแล้ว นั้น"),
        opening=f"{unit.name} ขอ{points[0].words}"
        if len(points) == 1
        else f"{unit.name} ขอเรียนผลการดำเนินการ ดังนี้",
        points=points,
        enclosed=f"พร้อมนี้ได้แนบเอกสาร จำนวน {to_thai(len(files))} รายการ ดังนี้" if files else "",
        files=files,
        closing="จึงเรียนมาเพื่อโปรดพิจารณา" if things else "จึงเรียนมาเพื่อโปรดทราบ",
        signer=signer,
        office=office,
    )


def _subject(things: list[str], said: Iterable[Said]) -> str:
    if things:
        return f"ส่ง{_joined(list(dict.fromkeys(things)))}"
    silent = any(part["nothing"] is not None for part in said)
    return "แจ้งว่าไม่มีข้อมูลที่จะส่ง" if silent else "แจ้งการรับทราบ"


def _joined(words: list[str]) -> str:
    return f"{' '.join(words[:-1])} และ{words[-1]}" if len(words) > 2 else "และ".join(words)


def _letter(circular: Circular) -> str:
    letter = circular.letter
    return f"ตามหนังสือที่ {letter.number}" if letter.number else f"เรื่อง {letter.subject}"


def cited(circular: Circular) -> str:
    letter = circular.letter
    words = (
        (letter.number, f"ที่ {letter.number}"),
        (letter.date, f"ลงวันที่ {thai_date(letter.date) if letter.date else ''}"),
        (letter.subject, f"เรื่อง {letter.subject}"),
    )
    return " ".join(text for there, text in words if there)


def addressee_of(circular: Circular) -> str:
    """Whom the answer is for: the office that signed the letter; who signed it in another's place, for that office."""
    letter = circular.letter
    position = re.split("|".join(ACTING_WORDS.values()), letter.position)[-1].strip()
    return position or letter.agency or circular.initiative.owner.unit.name


def _points(said: Iterable[Said]) -> Iterator[Point]:
    for part in said:
        kind, reason = part["kind"], part["nothing"]
        if kind == Ask.Kind.ACKNOWLEDGE:
            yield Point("แจ้งว่ารับทราบแล้ว")
            continue
        thing, nothing = THINGS[kind]
        names, projects, text = part.get("names"), part.get("projects"), part.get("text", "")
        if reason is not None:
            yield Point(_thai(f"แจ้งว่า{nothing} เนื่องจาก{reason}"))
        elif names:
            yield Point(f"ส่ง{thing} จำนวน {to_thai(len(names))} คน ดังนี้", _names(names))
        elif projects:
            yield Point(f"ส่ง{thing} จำนวน {to_thai(len(projects))} โครงการ ดังนี้", _projects(projects))
        elif text:
            yield Point(f"ส่ง{thing} ดังนี้", text=_thai(text))
        else:
            yield Point(f"ส่ง{thing} ตามเอกสารแนบ")


def _names(names: Iterable[Said]) -> Table:
    return _table(
        NAMES,
        (
            (
                f"{name['title']}{name['given_name']} {name['family_name']}",
                name["post"],
                _whole(name["phone"]),
            )
            for name in names
        ),
    )


def _projects(projects: Iterable[Said]) -> Table:
    return _table(
        PROJECTS,
        (
            (
                project["title"],
                project["issue"],
                _period(project["starts_on"], project["ends_on"]),
                _money(project["money"], project["satang"]),
                f"{project['responsible']} {_whole(project['phone'])}".strip(),
            )
            for project in projects
        ),
    )


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    numbered = ((str(order), *row) for order, row in enumerate(rows, start=1))
    return Table(header, tuple(tuple(map(_thai, row)) for row in numbered))


def _period(*days: str | None) -> str:
    return " – ".join(_whole(thai_date(date.fromisoformat(day), short=True)) for day in days if day)


def _money(money: str, satang: int | None) -> str:
    label = str(Proposal.Money(money).label) if money else ""
    return f"{label} {Proposal(satang=satang).baht} บาท" if satang is not None else label


def _signature(submission: Submission | None) -> tuple[str, tuple[str, ...]] | None:
    """As it was signed. Who tapped to take note, or told the owner by telephone, has signed no memo."""
    signature = getattr(submission, "signature", None)
    if signature is None or signature.way == Signature.Way.TAP:
        return None
    return signature.name, _lines(signature.capacity)


def _head(recipient: Recipient, on: date) -> tuple[str, tuple[str, ...]]:
    """Who would sign it on that day: the head, or who acts for the head, with their own post."""
    for person in heads_of(recipient.unit_id, on=on):
        offices = offices_of(person, on=on)
        chair = next(one for one in offices if one.unit == recipient.unit_id and one.is_any(Role.HEAD))
        return chair.name, _lines(chair.title, own=offices[0].title)
    return "", ()


def _lines(capacity: str, own: str = "") -> tuple[str, ...]:
    """An office as a signature block has it: an acting one in two lines, the words of acting at the end of the first."""
    for word in ACTING_WORDS.values():
        before, found, after = capacity.partition(word)
        if found:
            return f"{before.strip() or own} {word}".strip(), after.strip()
    return (capacity,)


def _whole(words: str) -> str:
    """Kept on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _thai(text: str) -> str:
    """With Thai digits, but for words that hold Latin letters: an address must stay one."""
    return re.sub(r"\S+", lambda word: word[0] if re.search("[A-Za-z]", word[0]) else to_thai(word[0]), text)
