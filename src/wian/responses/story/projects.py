"""What the units of the story propose."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wian.directory.story import UNITS
from wian.initiatives.models import Initiative, Issue
from wian.kit import clock
from wian.responses.commands.propose import Project
from wian.responses.models import SATANG, Proposal

SHORT, MEDIUM = Proposal.Horizon.SHORT, Proposal.Horizon.MEDIUM
FREE, REGULAR, EXTRA = Proposal.Money.NONE, Proposal.Money.REGULAR, Proposal.Money.EXTRA


@dataclass(frozen=True, slots=True)
class Plan:
    """A project in the words of its unit. It starts with the `start`-th month from the letter's, and takes `months`.

    Nothing but title, issue and horizon is filled in while `months` is 0.
    """

    title: str
    issue: str
    result: str = ""
    start: int = 2
    months: int = 0
    horizon: str = SHORT
    money: str = FREE
    baht: int | None = None


STEPS, COUNTER, DATA = "การลดขั้นตอนและระยะเวลา", "การให้บริการ ณ จุดเดียว", "การเชื่อมโยงข้อมูลระหว่างหน่วยงาน"

PLANS: dict[str, list[Plan]] = {
    "กองบริหารทรัพยากรบุคคล": [
        Plan(
            "โครงการพัฒนาเจ้าหน้าที่บริการส่วนหน้าให้ตอบได้จบในครั้งเดียว",
            "ใส่ใจ",
            "เจ้าหน้าที่บริการส่วนหน้า ๘๐ คนผ่านการพัฒนา ผู้มาติดต่อได้รับคำตอบจบในครั้งเดียวไม่น้อยกว่าร้อยละ ๘๕",
            months=8,
            money=REGULAR,
        )
    ],
    "กองการคลังและพัสดุ": [Plan("โครงการรับชำระค่าธรรมเนียมด้วยคิวอาร์โค้ดทุกจุดบริการ", STEPS)],
    "กองความร่วมมือระหว่างประเทศ": [
        Plan(
            "โครงการเอกสารแนะนำบริการ ๔ ภาษาสำหรับชาวต่างประเทศ",
            COUNTER,
            "งานบริการ ๑๕ งานมีคำแนะนำครบ ๔ ภาษา ทั้งที่จุดบริการและบนเว็บไซต์",
            months=6,
            money=REGULAR,
        ),
        Plan(
            "โครงการแลกเปลี่ยนบทเรียนงานบริการกับหน่วยงานของประเทศเพื่อนบ้าน",
            "เรียนรู้",
            months=18,
            horizon=MEDIUM,
            money=EXTRA,
            baht=450_000,
        ),
    ],
    "กองสื่อสารองค์กร": [
        Plan(
            "โครงการคลิปสั้นแนะนำขั้นตอนขอรับบริการ",
            STEPS,
            "มีคลิปแนะนำงานบริการที่ประชาชนใช้มากที่สุด ๑๒ งาน จำนวนคำถามทางโทรศัพท์ลดลงร้อยละ ๒๐",
            months=9,
            money=EXTRA,
            baht=180_000,
        )
    ],
    "กองนโยบายและแผนงาน": [
        Plan(
            "โครงการทบทวนแบบคำขอให้เหลือไม่เกินหนึ่งหน้า",
            STEPS,
            "แบบคำขอ ๓๐ แบบเหลือไม่เกินหนึ่งหน้า และไม่ขอข้อมูลที่ทางราชการมีอยู่แล้ว",
            start=1,
            months=6,
        ),
        Plan(
            "โครงการแผนที่บริการประชาชนรายจังหวัด",
            DATA,
            "ค้นหาจุดบริการที่ใกล้ที่สุดพร้อมเวลาทำการได้ครบทุกจังหวัด",
            start=3,
            months=20,
            horizon=MEDIUM,
            money=EXTRA,
            baht=1_200_000,
        ),
    ],
    "สำนักรับเรื่องร้องเรียน": [
        Plan(
            "โครงการแจ้งความคืบหน้าเรื่องร้องเรียนทางข้อความ",
            "ใส่ใจ",
            "ผู้ร้องทุกรายได้รับแจ้งความคืบหน้าครั้งแรกภายใน ๓ วันทำการ",
            start=1,
            months=12,
            money=REGULAR,
        ),
        Plan(
            "โครงการส่งต่อเรื่องร้องเรียนข้ามหน่วยงานโดยไม่ต้องยื่นใหม่",
            DATA,
            "เรื่องที่ยื่นผิดหน่วยงานถูกส่งต่อภายในวันทำการเดียวกัน โดยผู้ร้องไม่ต้องยื่นเรื่องซ้ำ",
            months=10,
        ),
    ],
    "สำนักส่งเสริมบริการจังหวัด": [
        Plan(
            "โครงการหน่วยบริการเคลื่อนที่ระดับอำเภอ",
            COUNTER,
            "ประชาชนได้รับความสะดวกมากขึ้น",
            months=12,
            money=EXTRA,
            baht=2_400_000,
        )
    ],
    "กลุ่มงานเลขานุการปลัดกระทรวง": [
        Plan(
            "โครงการเสนอแฟ้มและนัดหมายผู้บริหารทางอิเล็กทรอนิกส์",
            "กล้าเปลี่ยน",
            "ระยะเวลาเสนอแฟ้มเฉลี่ยลดจาก ๕ วันทำการเหลือ ๒ วันทำการ",
            months=6,
        )
    ],
    "กลุ่มพัฒนาระบบงาน": [
        Plan(
            "โครงการลดระยะเวลางานบริการที่ประชาชนใช้มากที่สุด ๑๐ กระบวนงาน",
            STEPS,
            "ระยะเวลาให้บริการเฉลี่ยของ ๑๐ กระบวนงานลดลงร้อยละ ๓๐",
            months=12,
        )
    ],
    "ศูนย์ประสานงานข่าว": [
        Plan(
            "โครงการแจ้งเหตุขัดข้องของระบบบริการภายใน ๓๐ นาที",
            "ร่วมมือ",
            "ประชาชนทราบเหตุขัดข้องและช่องทางทดแทนภายใน ๓๐ นาทีทุกครั้ง",
            start=1,
            months=6,
        )
    ],
}


def projects(unit: str, initiative: Initiative) -> Iterator[Project]:
    """The projects that a unit of the story proposes under the framework of its initiative."""
    _, post, preparer = UNITS[unit]
    issues = {issue.title: issue for issue in Issue.objects.filter(pillar__initiative=initiative)}
    begun = clock.day_of(initiative.started_at)
    for plan in PLANS[unit]:
        named = Project(title=plan.title, issue=issues[plan.issue], horizon=plan.horizon)
        if not plan.months:
            yield named
            continue
        yield Project(
            title=named.title,
            issue=named.issue,
            horizon=named.horizon,
            starts_on=_first_of(begun, plan.start),
            ends_on=_first_of(begun, plan.start + plan.months) - timedelta(days=1),
            visible_result=plan.result,
            money=plan.money,
            satang=None if plan.baht is None else plan.baht * SATANG,
            responsible=f"{preparer or UNITS[unit][0]} {post}".strip(),
            phone=f"0 2555 {200 + list(UNITS).index(unit):04}",
        )


def _first_of(day: date, months: int) -> date:
    """The first day of the month that is `months` after the month of `day`."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
