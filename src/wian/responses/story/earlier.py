"""The answers to the letter before, which is past its date."""

from datetime import datetime

from wian.asks.commands.close import close
from wian.asks.commands.extend import ask_for_time, extend, refuse_time
from wian.asks.models import Ask
from wian.asks.story import working_day
from wian.circulars.commands.receive import receive
from wian.circulars.models import Circular
from wian.directory.story import Cast
from wian.kit import clock
from wian.responses.commands.accept import accept
from wian.responses.commands.acknowledge import acknowledge
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.present import present
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off, sign_on_paper
from wian.responses.story.hands import Days, hands_of

REPORT, ATTEND, ACKNOWLEDGE = Ask.Kind.REPORT, Ask.Kind.ATTEND, Ask.Kind.ACKNOWLEDGE

REPORTS = {
    "กองบริหารทรัพยากรบุคคล": (
        "ยกเลิกการเรียกสำเนาบัตรประจำตัวประชาชนและสำเนาทะเบียนบ้านใน ๖ งานบริการ ลดสำเนาได้ประมาณ ๓,๔๐๐ แผ่น "
        "ปัญหาที่พบคือเจ้าหน้าที่ที่มาใหม่ยังขอเอกสารตามความเคยชิน เห็นควรติดประกาศรายการเอกสารไว้หน้าช่องบริการ"
    ),
    "กองการคลังและพัสดุ": "ยกเลิกการเรียกสำเนาหน้าสมุดบัญชีธนาคารจากผู้รับเงินที่เคยแจ้งบัญชีไว้แล้ว อยู่ระหว่างรวบรวมจำนวน",
    "สำนักรับเรื่องร้องเรียน": "ผู้ร้องไม่ต้องแนบสำเนาบัตรประจำตัวประชาชนแล้วทุกช่องทาง",
    "สำนักส่งเสริมบริการจังหวัด": (
        "จุดบริการ ๒๔ จังหวัดจาก ๓๐ จังหวัดเลิกเรียกสำเนาเอกสารแล้ว ที่เหลือรอเครื่องอ่านบัตร คาดว่าครบภายในสองเดือน"
    ),
    "ศูนย์ข้อมูลและดิจิทัล": (
        "เปิดให้หน่วยงานตรวจสอบข้อมูลทะเบียนผ่านระบบกลางแล้ว ๕ หน่วยงาน เฉลี่ยวันละ ๒๑๐ รายการ "
        "ช่วงแรกระบบล่าช้าในเวลา ๙.๐๐ - ๑๐.๐๐ น. ได้เพิ่มเครื่องแม่ข่ายแล้ว"
    ),
    "ศูนย์ต่อต้านการทุจริต": "ผู้แจ้งเบาะแสไม่ต้องแนบสำเนาเอกสารแสดงตน ใช้วิธียืนยันตัวตนทางโทรศัพท์แทน",
}
CORRECTED = (
    "ผู้ร้องไม่ต้องแนบสำเนาบัตรประจำตัวประชาชนแล้วทุกช่องทาง ลดสำเนาได้ประมาณ ๑,๘๕๐ แผ่นในหกเดือน "
    "ปัญหาที่พบคือผู้ร้องสูงอายุบางรายยังนำสำเนามาด้วย จึงขอให้ประชาสัมพันธ์เพิ่มเติม"
)
REMARK = "โปรดเพิ่มจำนวนสำเนาที่ลดได้ พร้อมปัญหาและข้อเสนอแนะ ตามที่หนังสือขอ"
TABLE = (
    "จำนวนสำเนาเอกสารที่ลดได้",
    "งานขอหนังสือรับรอง: ๑,๒๐๐ แผ่น",
    "งานสมัครเข้ารับราชการ: ๑,๗๕๐ แผ่น",
    "งานสวัสดิการ: ๔๕๐ แผ่น",
)
COUNTED = ("จำนวนสำเนาเอกสารที่ลดได้ สำนักรับเรื่องร้องเรียน", "ยื่นด้วยตนเอง: ๑,๓๒๐ แผ่น", "ยื่นทางไปรษณีย์: ๕๓๐ แผ่น")
COMING = {
    "กองบริหารทรัพยากรบุคคล": "เข้าร่วมประชุม ๒ คน",
    "สำนักรับเรื่องร้องเรียน": "เข้าร่วมประชุม ๓ คน",
    "สำนักส่งเสริมบริการจังหวัด": "เข้าร่วมประชุม ๑ คน และขอเข้าร่วมผ่านจอภาพอีก ๒ คน",
    "ศูนย์ข้อมูลและดิจิทัล": "เข้าร่วมประชุม ๒ คน",
}
NOT_COMING = "ติดภารกิจรับการตรวจเยี่ยมในวันเดียวกัน จะขอรับเอกสารประกอบการประชุมภายหลัง"
AWAY = "หัวหน้ากลุ่มงานที่รับผิดชอบเดินทางไปราชการต่างประเทศ ขอจัดทำรายงานเมื่อกลับมาแล้ว"
COUNTING = "อยู่ระหว่างรวบรวมจำนวนสำเนาจากทุกฝ่ายในกอง"
REFUSED = "ต้องนำเสนอที่ประชุมผู้บริหารตามกำหนดเดิม โปรดส่งเท่าที่รวบรวมได้ก่อน แล้วเพิ่มเติมภายหลัง"


def run_earlier(circular: Circular, cast: Cast, *, at: datetime) -> None:
    """Let the units answer in time, too late, or not at all. Replies are due on day 7, reports on day 12; today is day 15."""
    units, owner = hands_of(circular, cast), cast.parts["owner"]
    when = Days(circular.dispatched_at or at, at)
    finance, abroad = units["กองการคลังและพัสดุ"], units["กองความร่วมมือระหว่างประเทศ"]
    receive(finance.recipient, number="๐๗๙๒", by=cast.parts["clerk"], at=when(0, 14, 10))
    receive(abroad.recipient, by=abroad.preparer, at=when(1, 9, 40))
    for noting in (
        "กองบริหารทรัพยากรบุคคล", "กองการคลังและพัสดุ", "กองความร่วมมือระหว่างประเทศ", "สำนักรับเรื่องร้องเรียน",
        "สำนักส่งเสริมบริการจังหวัด", "ศูนย์ต่อต้านการทุจริต",
    ):  # fmt: skip
        acknowledge(units[noting].owed[ACKNOWLEDGE], by=units[noting].preparer, at=when(1, 10, 15))

    for coming, text in COMING.items():
        units[coming].write(ATTEND, text, when(4, 10))
        sign_off(units[coming].recipient, by=units[coming].head, at=when(4, 15))
    whistle = units["ศูนย์ต่อต้านการทุจริต"]
    respond_nil(whistle.owed[ATTEND], reason=NOT_COMING, by=whistle.preparer, at=when(5, 9, 30))
    sign_off(whistle.recipient, by=whistle.head, at=when(5, 11))
    close(abroad.owed[ATTEND].ask, by=owner, at=when(8, 9))
    late = units["ศูนย์ข้อมูลและดิจิทัล"]
    acknowledge(late.owed[ACKNOWLEDGE], by=late.preparer, at=when(8, 13, 5))

    people, complaints = units["กองบริหารทรัพยากรบุคคล"], units["สำนักรับเรื่องร้องเรียน"]
    complaints.write(REPORT, REPORTS[complaints.name], when(9, 9, 45))
    sign_off(complaints.recipient, by=complaints.head, at=when(9, 13, 20))
    people.write(REPORT, REPORTS[people.name], when(10, 10))
    people.attach(REPORT, "จำนวนสำเนาที่ลดได้", TABLE, when(10, 10, 20))
    sign_on_paper(
        people.recipient,
        name=people.head.name,
        capacity=people.head.title,
        on=clock.day_of(when(10, 14)),
        by=people.preparer,
        at=when(10, 14, 30),
    )
    ask_for_time(
        abroad.recipient,
        until=clock.end_of(working_day(clock.day_of(at), 3)),
        reason=AWAY,
        by=abroad.preparer,
        at=when(10, 15),
    )
    extend(
        circular,
        asks=[abroad.owed[REPORT].ask],
        units=[abroad.recipient],
        until=clock.end_of(working_day(clock.day_of(at), 3)),
        by=owner,
        at=when(11, 9, 10),
    )
    for complete in (ATTEND, REPORT):
        open_answer(people.owed[complete], by=owner, at=when(11, 9, 30))
        accept(people.owed[complete], by=owner, at=when(11, 9, 40))
    open_answer(complaints.owed[REPORT], by=owner, at=when(11, 10))
    send_back(complaints.owed[REPORT], remark=REMARK, by=owner, at=when(11, 10, 10))
    finance.write(REPORT, REPORTS[finance.name], when(11, 15, 30))
    request = ask_for_time(
        finance.recipient,
        until=clock.end_of(working_day(clock.day_of(at), 5)),
        reason=COUNTING,
        by=finance.preparer,
        at=when(11, 15, 40),
    )
    refuse_time(request, remark=REFUSED, by=owner, at=when(12, 9))

    provinces = units["สำนักส่งเสริมบริการจังหวัด"]
    provinces.write(REPORT, REPORTS[provinces.name], when(12, 10))
    present(provinces.recipient, by=provinces.preparer, at=when(12, 14))
    whistle.write(REPORT, REPORTS[whistle.name], when(12, 14, 20))
    sign_off(whistle.recipient, by=whistle.head, at=when(12, 15, 40))
    late.write(REPORT, REPORTS[late.name], when(13, 9, 20))
    sign_off(late.recipient, by=late.head, at=when(13, 11, 10))
    complaints.write(REPORT, CORRECTED, when(13, 13), over=1)
    complaints.attach(REPORT, "จำนวนสำเนาที่ลดได้", COUNTED, when(13, 13, 15))
    sign_off(complaints.recipient, by=complaints.head, at=when(13, 14, 30))
