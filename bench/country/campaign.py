"""A letter that was sent round: filed, addressed and dispatched by the rooms' own commands, its obligations in bulk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from saraban.numerals import to_thai
from wian.asks.events import Launched
from wian.asks.models import Ask, Obligation
from wian.circulars.commands.address import address
from wian.circulars.commands.dispatch import dispatch
from wian.circulars.models import Circular
from wian.directory.models import Post, Unit
from wian.files.commands.keep import TEXT, keep
from wian.initiatives.commands.start import start
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.file_letter import file_letter
from wian.letters.models import Letter

K = Ask.Kind
FRAMEWORK = (
    ("การยกระดับบริการท้องที่", ("การลดขั้นตอน", "การให้บริการ ณ จุดเดียว", "การเชื่อมโยงข้อมูล")),
    ("การพัฒนาคนทำงาน", ("เรียนรู้", "ร่วมมือ", "กล้าเปลี่ยน")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One ask: what, how many, and its date in days from now (negative: it is past)."""

    kind: Ask.Kind
    what: str
    days: int
    min: int = 1
    max: int | None = 1


TEN = (
    Asked(K.NOMINATE, "คัดเลือกผู้ประสานงานบริการ หน่วยงานละ ๒ คน", 3, min=2, max=2),
    Asked(K.PROPOSE, "เสนอโครงการปรับปรุงบริการ อย่างน้อยหน่วยงานละ ๑ โครงการ", 3, max=None),
    Asked(K.REPORT, "รายงานจุดบริการที่มีอยู่ในปัจจุบัน", -2),
    Asked(K.ATTEND, "แจ้งผู้เข้าร่วมประชุมชี้แจง", -5),
    Asked(K.ACKNOWLEDGE, "รับทราบแนวทางการให้บริการ", 10, max=None),
    Asked(K.OTHER, "แจ้งช่องทางติดต่อของหน่วยงาน", 10),
    Asked(K.NOMINATE, "เสนอชื่อผู้เข้ารับการอบรม หน่วยงานละ ๑ คน", 12),
    Asked(K.REPORT, "รายงานปัญหาและอุปสรรค", 14),
    Asked(K.OTHER, "ส่งภาพถ่ายจุดบริการ", 14),
    Asked(K.ACKNOWLEDGE, "รับทราบกำหนดการติดตามผล", 20, max=None),
)
TWO = (
    Asked(K.PROPOSE, "เสนอโครงการปรับปรุงบริการ อย่างน้อยหน่วยงานละ ๑ โครงการ", 3, max=None),
    Asked(K.NOMINATE, "คัดเลือกทีมพลังบริการ หน่วยงานละ ๓ คน", 3, min=3, max=3),
)
ONE = TWO[1:]


@act
def send_round(
    subject: str, number: int, asks: Sequence[Asked], units: Sequence[Unit], *, by: Actor, at: datetime
) -> Circular:
    """The letter goes out at `at` to `units`; each owes each ask (`owed_to`)."""
    today = clock.day_of(clock.now())
    text = _text(subject, asks, today)
    source = keep(text.encode(), name=f"letter-{number}.txt", type_=TEXT)
    letter = file_letter(
        kind=Letter.Kind.MEMO, subject=subject, text=text, source=source, number=f"บท ๐๓๐๑/ว {to_thai(f'{number:04}')}",
        on=clock.day_of(at), agency="กระทรวงบริหารท้องที่", by=by, at=at,
    )  # fmt: skip
    owner = Post.objects.get(pk=by.post or 0)
    initiative = start(subject, owner=owner, framework=FRAMEWORK, by=by, at=at)
    circular = address(letter, initiative=initiative, units=units, contact_name=by.name, by=by, at=at)
    for order, asked in enumerate(asks, start=1):
        begin = text.index(asked.what)
        Ask.objects.create(
            circular=circular,
            order=order,
            kind=asked.kind,
            what=asked.what,
            start=begin,
            end=begin + len(asked.what),
        )
    dispatch(circular, by=by, at=at)
    seats = sum(asked.max or asked.min for asked in asks if asked.kind == K.NOMINATE) * len(units)
    event = Launched(
        circular=circular.pk,
        asks=[asked.kind for asked in asks],
        obligations=len(asks) * len(units),
        seats=seats,
    )
    record(
        event,
        by=by,
        at=at,
        about=Ref("circulars.circular", circular.pk),
        because=[Ref("letters.letter", letter.pk)],
    )
    circular.refresh_from_db()
    return circular


def owed_to(circular: Circular, asks: Sequence[Asked]) -> list[Obligation]:
    """What each unit owes for each ask, not inserted yet and nothing done, unit after unit."""
    today = clock.day_of(clock.now())
    made = list(Ask.objects.filter(circular=circular))
    dues = [clock.end_of(today + timedelta(days=asked.days)) for asked in asks]
    return [
        Obligation(ask=ask, recipient=recipient, min=asked.min, max=asked.max, due_at=due)
        for recipient in circular.recipients.select_related("unit")
        for ask, asked, due in zip(made, asks, dues, strict=True)
    ]


def _text(subject: str, asks: Sequence[Asked], today: date) -> str:
    lines = [f"{to_thai(str(order))}. {asked.what}" for order, asked in enumerate(asks, start=1)]
    head = ["บันทึกข้อความ", "ส่วนราชการ กระทรวงบริหารท้องที่", f"เรื่อง {subject}", "เรียน หัวหน้าหน่วยงานทุกแห่ง"]
    return "\n\n".join([*head, "ขอให้หน่วยงานดำเนินการ ดังนี้", *lines, "จึงเรียนมาเพื่อพิจารณาดำเนินการ"])
