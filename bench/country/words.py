"""Fictional words to make a country of. Whatever they spell is nobody's name and no place."""

from collections.abc import Iterator
from itertools import product
from random import Random

PLACE_BEGINS = ("นคร", "เมือง", "บาง", "หนอง", "ดอน", "โคก", "ทุ่ง", "วัง", "ท่า", "ปาก", "ห้วย", "คลอง")
PLACE_MIDDLES = (
    "ธารา",
    "สายรุ้ง",
    "พฤกษ์",
    "แสงจันทร์",
    "เพชรงาม",
    "ทองคำ",
    "มณี",
    "ศิลา",
    "วารี",
    "ลำดวน",
    "ปทุม",
    "เรืองรอง",
)
PLACE_ENDS = ("", "บุรี", "ใหม่", "เหนือ", "ใต้", "งาม", "สมบูรณ์", "พัฒนา")
GIVEN = (
    "กันตภณ", "ขวัญชนก", "คมสันต์", "จารุวรรณ", "ชนาธิป", "ญาดา", "ฐิติพร", "ณภัทร", "ดวงแก้ว", "ตะวัน", "ทิพวรรณ", "ธนวัต", "นฤมล",
    "บุญรอด", "ปณิธาน", "ผกามาศ", "พีรพล", "ภัทรียา", "มนัสวี", "ยุทธนา", "รัตนาวดี", "ลลนา", "วสันต์", "ศรัณย์", "สายสุนีย์", "หทัยชนก",
    "อนาวิล", "อารีรัตน์", "เกศรา", "เขมิกา", "เจนภพ", "เบญญาภา", "เปรมยุดา", "เอื้ออารี", "โสภิดา", "ไพลิน",
)  # fmt: skip
FAMILY = tuple(
    begin + end
    for begin, end in product(
        (
            "ทอง",
            "แก้ว",
            "ศรี",
            "บุญ",
            "แสง",
            "วงศ์",
            "รัตน์",
            "สุข",
            "ใจ",
            "มงคล",
            "พงษ์",
            "ชัย",
            "เพชร",
            "จันทร์",
            "คำ",
            "ปิ่น",
        ),
        ("สว่าง", "มั่น", "เจริญ", "วารี", "ประดับ", "ไพศาล", "ดี", "อุดม", "ภักดี", "พิทักษ์", "ลือชา", "เกษม"),
    )
)
TITLES = ("นาย", "นาง", "นางสาว")
POSTS = (
    "นิติกรชำนาญการ", "นักจัดการงานทั่วไปปฏิบัติการ", "นักวิชาการคอมพิวเตอร์ชำนาญการ", "นักวิเคราะห์นโยบายและแผนชำนาญการ",
    "นักทรัพยากรบุคคลปฏิบัติการ", "นักพัฒนาชุมชนชำนาญการ", "เจ้าพนักงานธุรการชำนาญงาน", "นักวิชาการเงินและบัญชีปฏิบัติการ",
)  # fmt: skip
PROJECTS = (
    "ลดขั้นตอน",
    "จองคิวล่วงหน้า",
    "ศูนย์บริการจุดเดียว",
    "รับคำขอทางออนไลน์",
    "คลินิกให้คำปรึกษา",
    "บริการถึงบ้านผู้สูงอายุ",
)


def places() -> Iterator[str]:
    """1,152 place names, each once."""
    return ("".join(words) for words in product(PLACE_BEGINS, PLACE_MIDDLES, PLACE_ENDS))


def person(random: Random) -> dict[str, str]:
    """Title, given and family name."""
    return {
        "title": random.choice(TITLES),
        "given_name": random.choice(GIVEN),
        "family_name": random.choice(FAMILY),
    }


def phone(number: int) -> str:
    """From a block of numbers that are nobody's."""
    return f"08 5555 {number % 10_000:04}"
