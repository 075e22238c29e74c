"""Papers of the demo and of the tests: one issued, one before its signature with its cover memo, one being checked, one sent back."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from saraban.dates import thai_date
from saraban.paper import Annex, OfficeCopy, Paper, Signatory, body_of
from wian.directory.models import Post, Unit
from wian.directory.story import INSTITUTE, Cast
from wian.files.commands.keep import keep
from wian.kit import clock
from wian.kit.actor import Actor
from wian.letters.commands.begin_draft import begin_draft
from wian.letters.commands.cancel_number import cancel_number
from wian.letters.commands.keep_wording import keep_wording
from wian.letters.commands.pass_draft import pass_draft
from wian.letters.commands.present import present
from wian.letters.commands.put_forward import put_forward
from wian.letters.commands.register_by_hand import register_by_hand
from wian.letters.commands.reserve_number import reserve_number
from wian.letters.commands.return_draft import return_draft
from wian.letters.commands.set_emblem import set_emblem
from wian.letters.commands.sign import sign
from wian.letters.models import Draft, Issue, Series
from wian.letters.queries.issued import digest_of

EMBLEM = Path(__file__).with_name("story_emblem.svg")
AGENCY = f"{INSTITUTE} โทร. ๐ ๒๕๕๕ ๐๑๔๒"


def run(cast: Cast, *, at: datetime) -> Issue:
    """Everything that the institute has in hand; answers the letter that it issued three days ago."""
    institute = Unit.objects.get(pk=cast.parts["owner"].unit or 0)
    _set_up(institute, cast, at=at)
    issued = _issue(institute, cast, at=at - timedelta(days=3))
    _before_the_signature(institute, cast, at=at)
    _being_checked(institute, cast, at=at)
    _sent_back(institute, cast, at=at)
    _on_the_registers(institute, cast, at=at)
    return issued


def _set_up(institute: Unit, cast: Cast, *, at: datetime) -> None:
    """The ministry's emblem, invented like everything here, and a wording that the institute uses again."""
    emblem = keep(EMBLEM.read_bytes(), name="ตราสมมุติ.svg", type_="image/svg+xml")
    ministry = institute.parent or institute
    set_emblem(ministry, emblem, by=cast.parts["administrator"], at=at - timedelta(days=30))
    text = "จึงเรียนมาเพื่อโปรดทราบ และแจ้งให้ผู้เกี่ยวข้องถือปฏิบัติต่อไป"
    keep_wording(institute, name="ลงท้าย: แจ้งให้ถือปฏิบัติ", text=text, by=cast.parts["owner"])


def _issue(institute: Unit, cast: Cast, *, at: datetime) -> Issue:
    paper = Paper(
        kind="memo",
        agency=AGENCY,
        subject="การใช้แบบคำขอรับบริการฉบับปรับปรุง",
        addressee="ผู้อำนวยการกองและหัวหน้าหน่วยงานในสังกัด",
        body=body_of(
            "ด้วยสถาบันนวัตกรรมบริการได้ปรับปรุงแบบคำขอรับบริการให้กรอกได้ภายในหนึ่งหน้า โดยตัดข้อมูลที่ทางราชการมีอยู่แล้วออก "
            "และได้ทดลองใช้ ณ จุดบริการสามแห่งแล้ว ผู้รับบริการใช้เวลากรอกลดลงกว่าครึ่ง\n"
            "เพื่อให้การให้บริการเป็นไปในแนวทางเดียวกัน จึงขอแจ้งให้ใช้แบบคำขอฉบับปรับปรุงตามสิ่งที่ส่งมาพร้อมนี้ "
            "แทนแบบเดิม ตั้งแต่วันที่ประกาศเป็นต้นไป\n"
            "จึงเรียนมาเพื่อโปรดทราบ และแจ้งให้ผู้เกี่ยวข้องถือปฏิบัติต่อไป"
        ),
        office_copy=_names(cast),
    )
    draft = _begun(institute, paper, cast, circular=True, at=at)
    put_forward(draft, by=cast.parts["owner"], at=at)
    pass_draft(draft, by=cast.parts["other_owner"], at=at + timedelta(hours=1))
    return sign(draft, seen=digest_of(draft), by=cast.parts["signatory"], at=at + timedelta(hours=2))


def _before_the_signature(institute: Unit, cast: Cast, *, at: datetime) -> None:
    """It waits for the deputy permanent secretary, its cover memo in front of it."""
    due, course = (at.date() + timedelta(days=days) for days in (10, 24))
    paper = Paper(
        kind="memo",
        urgency="ด่วน",
        agency=AGENCY,
        subject="ขอให้เสนอชื่อผู้เข้ารับการอบรมการออกแบบบริการ รุ่นที่ ๒",
        addressee="ผู้อำนวยการกองและหัวหน้าหน่วยงานในสังกัด",
        body=body_of(
            "ตามที่สถาบันนวัตกรรมบริการได้จัดอบรมการออกแบบบริการ รุ่นที่ ๑ แล้ว นั้น\n"
            f"สถาบันกำหนดจัดอบรมรุ่นที่ ๒ ในวันที่ {thai_date(course)} ณ ห้องประชุมสายธาร จึงขอให้หน่วยงานดำเนินการ ดังนี้\n"
            f"๑. เสนอชื่อผู้เข้ารับการอบรม ตามจำนวนในบัญชีแนบท้าย ภายในวันที่ {thai_date(due)}\n"
            "๒. แจ้งบริการที่ประสงค์จะนำมาออกแบบใหม่ หน่วยงานละ ๑ บริการ\n"
            "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ"
        ),
        annexes=(Annex("บัญชีจำนวนผู้เข้ารับการอบรมการออกแบบบริการ รุ่นที่ ๒", body_of(_seats(cast))),),
        office_copy=_names(cast),
    )
    draft = _begun(institute, paper, cast, circular=True, at=at - timedelta(hours=20))
    present(draft, by=cast.parts["owner"], at=at - timedelta(hours=19))
    put_forward(draft, by=cast.parts["owner"], at=at - timedelta(hours=18))
    pass_draft(draft, by=cast.parts["other_owner"], at=at - timedelta(hours=2))


def _being_checked(institute: Unit, cast: Cast, *, at: datetime) -> None:
    paper = Paper(
        kind="order",
        agency="กระทรวงบริการประชาชน",
        subject="แต่งตั้งคณะทำงานออกแบบบริการ ณ จุดเดียว",
        body=body_of(
            "เพื่อให้การออกแบบบริการ ณ จุดเดียวเป็นไปด้วยความเรียบร้อยและเห็นผลภายในหนึ่งปี จึงแต่งตั้งคณะทำงาน ดังต่อไปนี้\n"
            "๑. องค์ประกอบ\n"
            "๑.๑ รองปลัดกระทรวงบริการประชาชน ประธานคณะทำงาน\n"
            "๑.๒ ผู้อำนวยการกองพัฒนามาตรฐานบริการ คณะทำงาน\n"
            "๑.๓ นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ สถาบันนวัตกรรมบริการ คณะทำงานและเลขานุการ\n"
            "๒. หน้าที่และอำนาจ\n"
            "๒.๑ สำรวจขั้นตอนบริการที่ประชาชนต้องติดต่อหลายครั้ง และเสนอแนวทางลดขั้นตอน\n"
            "๒.๒ รายงานผลต่อปลัดกระทรวงทุกสองเดือน\n"
            "๒.๓ ปฏิบัติงานอื่นตามที่ได้รับมอบหมาย\n"
            "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"
        ),
    )
    draft = _begun(institute, paper, cast, part="executive", at=at - timedelta(hours=5))
    put_forward(draft, by=cast.parts["owner"], at=at - timedelta(hours=4))


def _sent_back(institute: Unit, cast: Cast, *, at: datetime) -> None:
    paper = Paper(
        kind="external",
        agency="กระทรวงบริการประชาชน",
        address=("ถนนสายธาร เขตริมน้ำ", "กรุงเทพฯ ๑๐๙๙๙"),
        subject="ขอความอนุเคราะห์สถานที่จัดอบรม",
        addressee="อธิการบดีมหาวิทยาลัยริมธาร",
        body=body_of(
            "ด้วยกระทรวงบริการประชาชนกำหนดจัดอบรมการออกแบบบริการ จึงขอความอนุเคราะห์ใช้ห้องประชุมของมหาวิทยาลัย"
        ),
        closing="ขอแสดงความนับถือ",
        contact=(INSTITUTE, "โทร. ๐ ๒๕๕๕ ๐๑๔๒"),
    )
    draft = _begun(institute, paper, cast, at=at - timedelta(hours=9))
    put_forward(draft, by=cast.parts["owner"], at=at - timedelta(hours=8))
    remark = "โปรดระบุวัน เวลา และจำนวนผู้เข้าอบรม แล้วปิดท้ายด้วยคำขอบคุณ"
    return_draft(draft, remark=remark, by=cast.parts["other_owner"], at=at - timedelta(hours=7))


def _on_the_registers(institute: Unit, cast: Cast, *, at: datetime) -> None:
    """A number reserved, one given up, and a letter that came on paper."""
    owner, today = cast.parts["owner"], clock.day_of(at)
    dropped = reserve_number(
        institute,
        Series.Kind.ORDINARY,
        on=today - timedelta(days=2),
        reason="เรื่องด่วนรอผู้ลงนามเดินทางกลับ",
        by=owner,
        at=at - timedelta(days=2),
    )
    cancel_number(dropped, reason="ผู้ลงนามสั่งให้ยุติเรื่อง", by=owner, at=at - timedelta(days=1))
    reason = "หนังสือเชิญประธานเปิดการอบรม รอยืนยันวัน"
    reserve_number(
        institute, Series.Kind.ORDINARY, on=today, reason=reason, by=owner, at=at - timedelta(hours=6)
    )
    register_by_hand(
        institute,
        subject="ตอบรับเป็นวิทยากรการอบรมการออกแบบบริการ",
        sender="มหาวิทยาลัยริมธาร",
        number="มรธ ๐๒๐๑/๓๕๒",
        on=today - timedelta(days=4),
        recipient="ปลัดกระทรวงบริการประชาชน",
        by=owner,
        at=at - timedelta(days=1),
    )


def _begun(
    institute: Unit,
    paper: Paper,
    cast: Cast,
    *,
    circular: bool = False,
    part: str = "signatory",
    at: datetime,
) -> Draft:
    signer = cast.parts[part]
    signed = replace(paper, signatory=Signatory(signer.name, signer.title))
    post = Post.objects.get(pk=signer.post or 0)
    return begin_draft(institute, signed, signer=post, circular=circular, by=cast.parts["owner"], at=at)


def _names(cast: Cast) -> OfficeCopy:
    owner: Actor = cast.parts["owner"]
    return OfficeCopy(drafted=owner.name, typed=owner.name, checked=cast.parts["other_owner"].name)


def _seats(cast: Cast) -> str:
    rows = (f"{order}\t{name}\t{1 + order % 2}" for order, name in enumerate(list(cast.units)[:8], start=1))
    return "\n".join(("ลำดับ\tหน่วยงาน\tจำนวน (คน)", *rows))
