"""The answers to the letter that is due tomorrow."""

from datetime import datetime

from wian.asks.commands.exempt import exempt
from wian.asks.commands.extend import ask_for_time
from wian.asks.models import Ask
from wian.asks.story import working_day
from wian.circulars.commands.receive import receive
from wian.circulars.models import Circular
from wian.directory.story import Cast
from wian.kit import clock
from wian.responses.commands.accept import accept
from wian.responses.commands.confirm import confirm
from wian.responses.commands.correct_for_unit import correct_for_unit
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.present import present
from wian.responses.commands.record_on_behalf import Told, record_on_behalf
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off, sign_on_paper
from wian.responses.commands.take_back import take_back
from wian.responses.queries import names_of
from wian.responses.story.hands import Days, hands_of
from wian.responses.story.names import names
from wian.responses.story.projects import projects

NOMINATE, PROPOSE = Ask.Kind.NOMINATE, Ask.Kind.PROPOSE

FILE = "โครงการที่เสนอ กองอำนวยการ"
PAPER = (
    "โครงการจุดรับเรื่องและนัดหมายจุดเดียว",
    "ประเด็น: การให้บริการ ณ จุดเดียว",
    "ระยะเวลา: ๖ เดือน",
    "ผลที่มองเห็นได้: ผู้มาติดต่อยื่นเรื่องและนัดหมายได้ที่จุดเดียว ไม่ต้องเดินเกิน ๑ ช่องบริการ",
    "งบประมาณ: ใช้งบประมาณปกติของกอง",
    "ผู้รับผิดชอบ: นางสาวมณีรัตน์ บุญเกื้อ โทร. ๐ ๒๕๕๕ ๐๒๐๐",
)
NOTHING = "ข้าราชการรุ่นใหม่ของกองอยู่ระหว่างปฏิบัติหน้าที่ในต่างประเทศทั้งหมดจนสิ้นปีงบประมาณ"
REMARK = "โปรดระบุผลที่มองเห็นได้เป็นจำนวน เช่น จำนวนอำเภอและจำนวนผู้รับบริการ และแสดงรายละเอียดการคำนวณงบประมาณ"
NO_SERVICE = "ไม่มีงานบริการประชาชนในความรับผิดชอบโดยตรง ได้หารือปลัดกระทรวงแล้ว"
MORE_TIME = "เจ้าหน้าที่ผู้รับผิดชอบออกติดตามงานในส่วนภูมิภาค จะกลับมาจัดทำข้อมูลในสัปดาห์หน้า"


def run(circular: Circular, cast: Cast, *, at: datetime) -> None:
    """Let the units answer over the days since the letter was sent, up to yesterday afternoon."""
    units, owner = hands_of(circular, cast), cast.parts["owner"]
    when = Days(circular.dispatched_at or at, at)
    general, finance = units["กองอำนวยการ"], units["กองการคลังและพัสดุ"]
    receive(general.recipient, number="๑๒๓๔", by=general.preparer, at=when(0, 10, 5))
    receive(finance.recipient, number="๐๘๘๑", by=cast.parts["clerk"], at=when(0, 13, 40))
    for quiet in ("กองติดตามและประเมินผล", "กลุ่มงานเลขานุการปลัดกระทรวง"):
        receive(units[quiet].recipient, by=units[quiet].preparer, at=when(1, 9, 15))

    provinces = units["สำนักส่งเสริมบริการจังหวัด"]  # sends what there is first
    provinces.propose(when(1, 10, 20))
    sign_off(provinces.recipient, by=provinces.head, at=when(1, 11, 30))
    for named in (
        "กองอำนวยการ", "กองบริหารทรัพยากรบุคคล", "กองการคลังและพัสดุ", "กองนโยบายและแผนงาน", "สำนักรับเรื่องร้องเรียน",
        "สำนักส่งเสริมบริการจังหวัด", "กลุ่มตรวจสอบภายใน", "กลุ่มพัฒนาระบบงาน", "ศูนย์ประสานงานข่าว",
    ):  # fmt: skip
        units[named].name_people(when(1, 14, 20))
    for proposing in (
        "กองบริหารทรัพยากรบุคคล", "กองการคลังและพัสดุ", "กองนโยบายและแผนงาน", "สำนักรับเรื่องร้องเรียน",
        "กลุ่มงานเลขานุการปลัดกระทรวง", "กลุ่มพัฒนาระบบงาน", "ศูนย์ประสานงานข่าว",
    ):  # fmt: skip
        units[proposing].propose(when(1, 15, 40))
    general.attach(PROPOSE, FILE, PAPER, when(1, 16, 10))

    abroad = units["กองความร่วมมือระหว่างประเทศ"]
    respond_nil(abroad.owed[NOMINATE], reason=NOTHING, by=abroad.preparer, at=when(2, 9))
    abroad.propose(when(2, 9, 30), slice(1))
    sign_off(abroad.recipient, by=abroad.head, at=when(2, 10))
    for signed in ("กองอำนวยการ", "สำนักรับเรื่องร้องเรียน", "กลุ่มงานเลขานุการปลัดกระทรวง", "กลุ่มตรวจสอบภายใน"):
        sign_off(units[signed].recipient, by=units[signed].head, at=when(2, 11))
    exempt(units["กลุ่มตรวจสอบภายใน"].owed[PROPOSE], reason=NO_SERVICE, by=owner, at=when(2, 14))
    paper = units["กองบริหารทรัพยากรบุคคล"]
    sign_on_paper(
        paper.recipient,
        name=paper.head.name,
        capacity=paper.head.title,
        on=clock.day_of(when(2, 15)),
        by=paper.preparer,
        at=when(2, 15, 30),
    )
    open_answer(provinces.owed[PROPOSE], by=owner, at=when(2, 16))
    send_back(provinces.owed[PROPOSE], remark=REMARK, by=owner, at=when(2, 16, 10))

    secretariat = units["กลุ่มงานเลขานุการปลัดกระทรวง"]
    take_back(secretariat.recipient, by=secretariat.preparer, at=when(3, 9, 20))
    law, press = units["กองกฎหมายและระเบียบ"], units["กองสื่อสารองค์กร"]
    told = (
        (law, "paper", 10, {law.owed[NOMINATE]: Told(names=list(names(law.name)))}),
        (
            press,
            "phone",
            25,
            {
                press.owed[NOMINATE]: Told(names=list(names(press.name))),
                press.owed[PROPOSE]: Told(projects=list(projects(press.name, circular.initiative))),
            },
        ),
    )
    for unit, channel, minute, answers in told:
        record_on_behalf(
            unit.recipient,
            answers,
            channel=channel,
            informant=f"{unit.preparer.name} {unit.preparer.title}",
            told_at=when(3, 10, minute),
            by=owner,
            at=when(3, 10, minute + 5),
        )
    confirm(law.recipient, by=law.preparer, at=when(3, 13))
    abroad.propose(when(3, 14, 30), slice(1, 2))  # adds to what it has sent
    for presented in ("กองนโยบายและแผนงาน", "กลุ่มพัฒนาระบบงาน"):
        present(units[presented].recipient, by=units[presented].preparer, at=when(3, 15))
    for complete in ("กองอำนวยการ", "กลุ่มตรวจสอบภายใน", "กองกฎหมายและระเบียบ"):
        open_answer(units[complete].owed[NOMINATE], by=owner, at=when(3, 15, 50))
        accept(units[complete].owed[NOMINATE], by=owner, at=when(3, 16))

    complaints = units["สำนักรับเรื่องร้องเรียน"]
    open_answer(complaints.owed[NOMINATE], by=owner, at=when(4, 9, 10))
    correct_for_unit(
        names_of(complaints.owed[NOMINATE])[0], {"phone": "08 5550 0171"}, by=owner, at=when(4, 9, 15)
    )
    follow_up = units["กองติดตามและประเมินผล"]
    ask_for_time(
        follow_up.recipient,
        until=clock.end_of(working_day(clock.day_of(at), 5)),
        reason=MORE_TIME,
        by=follow_up.preparer,
        at=when(4, 13, 30),
    )
