"""The units of the story as its matrix has them, and the matrix in the owner's browser."""

from typing import Any

from wian.accounts.tests.support import enter

PEOPLE, FINANCE, ABROAD, PRESS = (
    "กองบริหารทรัพยากรบุคคล", "กองการคลังและพัสดุ", "กองความร่วมมือระหว่างประเทศ", "กองสื่อสารองค์กร",
)  # fmt: skip
COMPLAINTS, PROVINCES, GENERAL = "สำนักรับเรื่องร้องเรียน", "สำนักส่งเสริมบริการจังหวัด", "กองอำนวยการ"
AUDIT, PLANS, FOLLOW_UP = "กลุ่มตรวจสอบภายใน", "กองนโยบายและแผนงาน", "กองติดตามและประเมินผล"
# Who has sent something for all that is asked; the last is exempt from one of the two.
SENT = {GENERAL, PEOPLE, ABROAD, PRESS, COMPLAINTS, AUDIT}
NOT_RECEIVED = {"กองสื่อสารองค์กร", "กองพัฒนามาตรฐานบริการ", "ศูนย์ข้อมูลและดิจิทัล", "ศูนย์ต่อต้านการทุจริต"}


def units(page: Any) -> list[str]:
    return [row.recipient.unit.name for row in page.context["matrix"].rows]


def show(url: str, **query: str) -> list[str]:
    return units(enter("owner").get(url, query))
