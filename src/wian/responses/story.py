"""What the units of the demo have answered so far: every state there is, told through the commands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from saraban.words import split_name
from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligations_of
from wian.circulars.commands.receive import receive
from wian.circulars.models import Circular, Recipient
from wian.directory.story import Cast
from wian.kit import clock
from wian.kit.actor import Actor
from wian.responses.commands.accept import accept
from wian.responses.commands.confirm import confirm
from wian.responses.commands.nominate import Name, nominate
from wian.responses.commands.present import present
from wian.responses.commands.record_on_behalf import Told, record_on_behalf
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.sign_off import sign_off, sign_on_paper

# unit: whom it names ("given family, post")
NAMES: dict[str, list[str]] = {
    "กองอำนวยการ": [
        "นายปฏิพล วัฒนกุล, นักจัดการงานทั่วไปปฏิบัติการ",
        "นางสาวศศิธร เจริญผล, นักวิชาการพัสดุปฏิบัติการ",
    ],
    "กองบริหารทรัพยากรบุคคล": [
        "นางสาวกมลชนก สุริยา, นักทรัพยากรบุคคลปฏิบัติการ",
        "นายธีรเดช อ่อนละมัย, นักทรัพยากรบุคคลชำนาญการ",
    ],
    "กองการคลังและพัสดุ": ["นายภูริเดช คำแสน, นักวิชาการเงินและบัญชีปฏิบัติการ"],
    "กองสื่อสารองค์กร": [
        "นางสาวพิชญา งามเลิศ, นักประชาสัมพันธ์ปฏิบัติการ",
        "นายณภัทร ชัยมงคล, นายช่างภาพปฏิบัติงาน",
    ],
    "กองกฎหมายและระเบียบ": [
        "นายเมธี ยุติธรรม, นิติกรปฏิบัติการ",
        "นางสาวสุชานันท์ ปรีดา, นิติกรปฏิบัติการ",
    ],
    "กองนโยบายและแผนงาน": [
        "นางสาวอภิชญา รุ่งโรจน์, นักวิเคราะห์นโยบายและแผนปฏิบัติการ",
        "นายกันตพงศ์ ลีลา, นักวิเคราะห์นโยบายและแผนปฏิบัติการ",
    ],
    "สำนักรับเรื่องร้องเรียน": [
        "นางสาวปวีณา ฟังดี, นักจัดการงานทั่วไปปฏิบัติการ",
        "นายอดิศร ช่วยชาติ, นักจัดการงานทั่วไปชำนาญการ",
    ],
    "สำนักส่งเสริมบริการจังหวัด": ["นายวรเมธ ชนบท, นักวิเคราะห์นโยบายและแผนปฏิบัติการ"],
    "กลุ่มตรวจสอบภายใน": ["นางสาวอาริยา ละเอียด, นักวิชาการตรวจสอบภายในปฏิบัติการ"],
    "กลุ่มพัฒนาระบบงาน": ["นายคณิน สร้างสรรค์, นักพัฒนาระบบราชการปฏิบัติการ"],
    "ศูนย์ประสานงานข่าว": ["นายไพโรจน์ ข่าวดี, ผู้อำนวยการศูนย์ประสานงานข่าว"],
}


def names(unit: str) -> Iterator[Name]:
    """The people that a unit of the story names."""
    for order, line in enumerate(NAMES[unit], start=10 * list(NAMES).index(unit) + 1):
        full, post = line.split(", ")
        title, given, family = split_name(full)
        yield Name(title=title, given_name=given, family_name=family, post=post, phone=f"08 5550 {order:04}")


@dataclass(frozen=True)
class _Unit:
    """One unit of the story with its two hands."""

    recipient: Recipient
    obligation: Obligation
    head: Actor
    preparer: Actor

    def name_people(self, at: datetime) -> None:
        for name in names(self.recipient.unit.name):
            nominate(self.obligation, name, by=self.preparer, at=at)


def run(circular: Circular, cast: Cast, *, at: datetime) -> None:
    """Let the units answer over the days since the letter was sent, up to yesterday afternoon."""
    units = {recipient.unit.name: _unit(recipient, cast) for recipient in _recipients(circular)}
    first = circular.dispatched_at or at

    def when(days: int, hour: int, minute: int = 0) -> datetime:
        day = clock.day_of(first) + timedelta(days=days)
        return min(datetime.combine(day, time(hour, minute), tzinfo=clock.BANGKOK), at)

    owner = cast.parts["owner"]
    receive(
        units["กองอำนวยการ"].recipient, number="๑๒๓๔", by=units["กองอำนวยการ"].preparer, at=when(0, 10, 5)
    )
    receive(units["กองการคลังและพัสดุ"].recipient, number="๐๘๘๑", by=cast.parts["clerk"], at=when(0, 13, 40))
    for quiet in ("กองติดตามและประเมินผล", "กลุ่มงานเลขานุการปลัดกระทรวง"):
        receive(units[quiet].recipient, by=units[quiet].preparer, at=when(1, 9, 15))
    for named in NAMES:
        if named not in {"กองสื่อสารองค์กร", "กองกฎหมายและระเบียบ"}:
            units[named].name_people(when(1, 14, 20))
    for signed in ("กองอำนวยการ", "สำนักรับเรื่องร้องเรียน", "กลุ่มตรวจสอบภายใน"):
        sign_off(units[signed].recipient, by=units[signed].head, at=when(2, 11))
    paper = units["กองบริหารทรัพยากรบุคคล"]
    sign_on_paper(
        paper.recipient,
        name=paper.head.name,
        capacity=paper.head.title,
        on=clock.day_of(when(2, 15)),
        by=paper.preparer,
        at=when(2, 15, 30),
    )
    nothing = units["กองความร่วมมือระหว่างประเทศ"]
    reason = "ข้าราชการรุ่นใหม่ของกองอยู่ระหว่างปฏิบัติหน้าที่ในต่างประเทศทั้งหมดจนสิ้นปีงบประมาณ"
    respond_nil(nothing.obligation, reason=reason, by=nothing.preparer, at=when(2, 9))
    sign_off(nothing.recipient, by=nothing.head, at=when(2, 16))
    for told, channel, minute in (("กองกฎหมายและระเบียบ", "paper", 10), ("กองสื่อสารองค์กร", "phone", 25)):
        unit = units[told]
        record_on_behalf(
            unit.recipient,
            {unit.obligation: Told(names=list(names(told)))},
            channel=channel,
            informant=f"{unit.preparer.name} {unit.preparer.title}",
            told_at=when(3, 10, minute),
            by=owner,
            at=when(3, 10, minute + 5),
        )
    confirm(units["กองกฎหมายและระเบียบ"].recipient, by=units["กองกฎหมายและระเบียบ"].preparer, at=when(3, 13))
    for presented in ("กองนโยบายและแผนงาน", "กลุ่มพัฒนาระบบงาน"):
        present(units[presented].recipient, by=units[presented].preparer, at=when(3, 15))
    for complete in ("กองอำนวยการ", "กลุ่มตรวจสอบภายใน", "กองกฎหมายและระเบียบ"):
        accept(units[complete].obligation, by=owner, at=when(3, 16))


def _recipients(circular: Circular) -> list[Recipient]:
    rows = Recipient.objects.filter(circular=circular)
    return list(rows.select_related("unit", "circular__letter", "circular__initiative__owner__unit"))


def _unit(recipient: Recipient, cast: Cast) -> _Unit:
    nominate_ = next(owed for owed in obligations_of(recipient) if owed.ask.kind == Ask.Kind.NOMINATE)
    name = recipient.unit.name
    return _Unit(recipient, nominate_, cast.heads[name], cast.preparers[name])
