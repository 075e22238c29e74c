"""The cast of the demo and of the tests: a fictional ministry, its units, and who holds which post.

Everybody here is invented. `UNITS` is in the order of the letter's annex.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from saraban.numerals import to_thai
from saraban.words import split_name
from wian.directory.commands.add_post import add_post
from wian.directory.commands.add_unit import add_unit
from wian.directory.commands.appoint import appoint
from wian.directory.models import Holding, Person, Post, Role, Unit
from wian.directory.queries import actor_of
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE, Actor

MINISTRY = "กระทรวงบริการประชาชน"
INSTITUTE = "สถาบันนวัตกรรมบริการ"

# unit: (head, post of the preparer, preparer); the last unit has one person for everything.
UNITS: dict[str, tuple[str, str, str]] = {
    "กองอำนวยการ": ("นายธนกฤต ศิลาทอง", "นักจัดการงานทั่วไปชำนาญการ", "นางสาวมณีรัตน์ บุญเกื้อ"),
    "กองบริหารทรัพยากรบุคคล": ("นางสุภาวดี วงศ์ไพศาล", "นักทรัพยากรบุคคลชำนาญการ", "นายกิตติภพ ทองเจือ"),
    "กองการคลังและพัสดุ": ("นางอรพรรณ จิตรประสงค์", "นักวิชาการเงินและบัญชีชำนาญการ", "นางสาวชลธิชา เพียรดี"),
    "กองความร่วมมือระหว่างประเทศ": ("นายภาคภูมิ เลิศนที", "นักวิเทศสัมพันธ์ปฏิบัติการ", "นางสาวณิชา อรุณรัศมี"),
    "กองสื่อสารองค์กร": ("นางสาวกัลยา พูนสวัสดิ์", "นักประชาสัมพันธ์ชำนาญการ", "นายศุภณัฐ เรืองไกร"),
    "กองกฎหมายและระเบียบ": ("นายประวิทย์ ธรรมรักษ์", "นิติกรชำนาญการ", "นางสาวเบญจวรรณ ใจมั่น"),
    "กองนโยบายและแผนงาน": ("นายอภิวัฒน์ สกุลทิพย์", "นักวิเคราะห์นโยบายและแผนชำนาญการ", "นางสาวปาริชาต ดำรงศรี"),
    "กองติดตามและประเมินผล": ("นางจินตนา แสงหิรัญ", "นักวิเคราะห์นโยบายและแผนปฏิบัติการ", "นายวุฒิชัย พงษ์เพชร"),
    "กองพัฒนามาตรฐานบริการ": ("นายสมิทธิ์ นิลวรรณ", "นักวิชาการมาตรฐานชำนาญการ", "นางสาวรุจิรา ตั้งมั่น"),
    "สำนักรับเรื่องร้องเรียน": ("นางพรทิพา อินทรชัย", "นักจัดการงานทั่วไปปฏิบัติการ", "นายเอกพล สายชล"),
    "สำนักส่งเสริมบริการจังหวัด": ("นายชัยวัฒน์ กุลวานิช", "นักวิเคราะห์นโยบายและแผนชำนาญการ", "นางสาวดวงกมล รัตนะ"),
    "ศูนย์ข้อมูลและดิจิทัล": ("นายปริญญา เมธากุล", "นักวิชาการคอมพิวเตอร์ชำนาญการ", "นางสาวอัญชิสา โชติกา"),
    "กลุ่มงานเลขานุการปลัดกระทรวง": ("นางนภัสสร ทิพย์มณี", "นักจัดการงานทั่วไปชำนาญการ", "นายรณชัย ปานแก้ว"),
    "กลุ่มตรวจสอบภายใน": ("นางสาวลลิตา ชูเกียรติ", "นักวิชาการตรวจสอบภายในชำนาญการ", "นายนพดล เกษมศรี"),
    "กลุ่มพัฒนาระบบงาน": ("นายวีระพงษ์ มั่นคง", "นักพัฒนาระบบราชการชำนาญการ", "นางสาวธัญชนก วิไลพร"),
    "ศูนย์ต่อต้านการทุจริต": ("นายจตุพร สุจริตธรรม", "นิติกรปฏิบัติการ", "นางสาวฐิติมา พิทักษ์"),
    "ศูนย์ประสานงานข่าว": ("นายไพโรจน์ ข่าวดี", "", ""),
}

# name of the part: (person, post, roles), in the institute or at the top of the ministry
OFFICES: dict[str, tuple[str, str, str, list[Role]]] = {
    "owner": (INSTITUTE, "นางสาวพิมพ์ชนก แก้วประดิษฐ์", "นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ", [Role.OWNER]),
    "other_owner": (INSTITUTE, "นายเจษฎา พัฒนกิจ", "นักวิชาการพัฒนานวัตกรรมชำนาญการ", [Role.OWNER]),
    "executive": (MINISTRY, "นางวรางคณา ศรีสุขประเสริฐ", "ปลัดกระทรวงบริการประชาชน", [Role.EXECUTIVE]),
    "signatory": (MINISTRY, "นายบดินทร์ ยุทธศาสตร์", "รองปลัดกระทรวงบริการประชาชน", [Role.SIGNATORY]),
    "secretary": (MINISTRY, "นางสาวขวัญฤดี นาคสวัสดิ์", "เลขานุการปลัดกระทรวง", [Role.SECRETARY]),
    "auditor": (MINISTRY, "นายสุทธิพงษ์ ตรวจทาน", "ผู้ตรวจสอบระบบงานสารบรรณ", [Role.AUDITOR]),
    "administrator": (MINISTRY, "นายกฤตเมธ ดูแลระบบ", "ผู้ดูแลระบบ", [Role.ADMINISTRATOR]),
}

# What some of them are called for short.
ABBREVIATIONS = {"กองบริหารทรัพยากรบุคคล": "กบค.", "กองการคลังและพัสดุ": "กคพ.", "กลุ่มตรวจสอบภายใน": "กตน."}

# The unit with a full office of its own, and the one with a single person.
FULL, SOLE = "กองการคลังและพัสดุ", "ศูนย์ประสานงานข่าว"


@dataclass(frozen=True)
class Cast:
    """Who plays: parts by name ("owner", "head"), heads and preparers by unit, and the units."""

    parts: Mapping[str, Actor]
    heads: Mapping[str, Actor]
    preparers: Mapping[str, Actor]
    units: Mapping[str, Unit]


def gather(*, at: datetime) -> Cast:
    """Set up the ministry with everybody in it, as of a year before `at`."""
    return _Setting(at).cast()


class _Setting:
    """Casts people one after the other, giving each a telephone, and most an e-mail address."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.since = clock.day_of(at) - timedelta(days=365)
        self.people = 0

    def cast(self) -> Cast:
        ministry = self.unit(MINISTRY, None, "บช ๐๑๐๐", "บช.")
        institute = self.unit(INSTITUTE, ministry, "บช ๐๓๐๕", "สนบ.")
        homes = {MINISTRY: ministry, INSTITUTE: institute}
        parts = {
            part: self.holder(self.post(homes[unit], title, roles), person)
            for part, (unit, person, title, roles) in OFFICES.items()
        }
        units: dict[str, Unit] = {}
        heads: dict[str, Actor] = {}
        preparers: dict[str, Actor] = {}
        for order, (name, (head, title, preparer)) in enumerate(UNITS.items(), start=1):
            code, abbreviation = f"บช {to_thai(f'02{order:02}')}", ABBREVIATIONS.get(name, "")
            unit = units[name] = self.unit(name, ministry, code, abbreviation)
            everything = [Role.HEAD, Role.CLERK, Role.PREPARER]
            chair = self.post(unit, f"ผู้อำนวยการ{name}", everything if name == SOLE else [Role.HEAD])
            heads[name] = self.holder(chair, head)
            preparers[name] = heads[name]
            if preparer:
                preparers[name] = self.holder(self.post(unit, title, [Role.PREPARER]), preparer)
            if name == FULL:
                clerk = self.post(unit, "เจ้าพนักงานธุรการชำนาญงาน", [Role.CLERK])
                parts["clerk"] = self.holder(clerk, "นางบุษบา มีสุข")
                deputy = self.post(unit, "นักวิชาการเงินและบัญชีชำนาญการพิเศษ", [Role.PREPARER])
                person = self.person("นายสรวิศ ก้องเกียรติ")
                parts["deputy"] = self.holder(deputy, person)
                parts["acting"] = self.holder(chair, person, Holding.Kind.ACTING_GOVERNMENT)
        parts |= {
            "head": heads["กองนโยบายและแผนงาน"],
            "finance_head": heads[FULL],
            "preparer": preparers[FULL],
            "sole": heads[SOLE],
            "receiver": preparers["กองพัฒนามาตรฐานบริการ"],
            "confirmer": preparers["กองสื่อสารองค์กร"],
            "outsider": preparers["กองกฎหมายและระเบียบ"],
        }
        return Cast(parts, heads, preparers, units)

    def unit(self, name: str, parent: Unit | None, code: str, abbreviation: str = "") -> Unit:
        return add_unit(
            name,
            parent=parent,
            code=code,
            abbreviation=abbreviation,
            phone="๐ ๒๕๕๕ ๐๑๐๐",
            by=COMMAND_LINE,
            at=self.at,
        )

    def post(self, unit: Unit, title: str, roles: list[Role]) -> Post:
        return add_post(unit, title, roles=roles, by=COMMAND_LINE, at=self.at)

    def person(self, full_name: str) -> Person:
        title, given, family = split_name(full_name)
        self.people += 1
        phone = f"08 5555 {self.people:04}"
        # Not everybody has an address: whom to call then is part of the story.
        email = f"k{self.people:04}@bchang.example" if self.people % 5 else ""
        return Person.objects.create(
            title=title, given_name=given, family_name=family, phone=phone, email=email
        )

    def holder(self, post: Post, who: str | Person, kind: Holding.Kind = Holding.Kind.SUBSTANTIVE) -> Actor:
        person = self.person(who) if isinstance(who, str) else who
        return actor_of(appoint(person, post, since=self.since, kind=kind, by=COMMAND_LINE, at=self.at))
