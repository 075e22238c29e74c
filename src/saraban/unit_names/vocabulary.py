"""The words that names of units are made of, and what abbreviations stand for everywhere."""

from __future__ import annotations

import re

#: Abbreviations that stand for one name everywhere, without their dots.
MINISTRIES = {
    "กก": "กระทรวงการท่องเที่ยวและกีฬา", "กค": "กระทรวงการคลัง", "กต": "กระทรวงการต่างประเทศ", "กษ": "กระทรวงเกษตรและสหกรณ์",
    "กห": "กระทรวงกลาโหม", "คค": "กระทรวงคมนาคม", "ดศ": "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
    "ทส": "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม", "นร": "สำนักนายกรัฐมนตรี", "พณ": "กระทรวงพาณิชย์", "พน": "กระทรวงพลังงาน",
    "พม": "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์", "มท": "กระทรวงมหาดไทย", "ยธ": "กระทรวงยุติธรรม", "รง": "กระทรวงแรงงาน",
    "วธ": "กระทรวงวัฒนธรรม", "ศธ": "กระทรวงศึกษาธิการ", "สธ": "กระทรวงสาธารณสุข", "อก": "กระทรวงอุตสาหกรรม",
    "อว": "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม",
}  # fmt: skip
#: Abbreviations that stand before the rest of a name.
BEFORE = {
    "อบจ": "องค์การบริหารส่วนจังหวัด", "อบต": "องค์การบริหารส่วนตำบล", "ทน": "เทศบาลนคร", "ทม": "เทศบาลเมือง", "ทต": "เทศบาลตำบล",
    "จ": "จังหวัด", "อ": "อำเภอ", "ต": "ตำบล", "สนง": "สำนักงาน", "สสจ": "สำนักงานสาธารณสุขจังหวัด", "สสอ": "สำนักงานสาธารณสุขอำเภอ",
    "รพสต": "โรงพยาบาลส่งเสริมสุขภาพตำบล", "รพ": "โรงพยาบาล", "รร": "โรงเรียน", "ม": "มหาวิทยาลัย",
}  # fmt: skip
PERMANENT_SECRETARY = "สป"

# What a unit is, at the beginning of its name. Offices of one agency are renamed from one kind to another; places are not.
OFFICES = ("สำนักงาน", "สำนัก", "กอง", "กลุ่มงาน", "กลุ่ม", "ศูนย์", "สถาบัน", "ฝ่าย", "ส่วน", "งาน")
PLACES = (*BEFORE.values(), "กระทรวง", "กรม", "เทศบาล", "วิทยาลัย")
KIND = re.compile("|".join(sorted({*OFFICES, *PLACES}, key=len, reverse=True)))

# Words that writers leave out or put in, and with those below the words that initials are taken of.
LIGHT = ("การ", "งาน", "และ", "ของ", "ด้าน", "ความ", "แห่ง", "เพื่อ")
LIGHT_WORD = re.compile("|".join(LIGHT))
WORDS = (
    "กระทรวง", "กฎหมาย", "กลาง", "ข้อมูล", "คลัง", "คุณธรรม", "คุ้มครอง", "จังหวัด", "จริยธรรม", "เจ้าหน้าที่", "ช่วยเหลือ", "ดิจิทัล",
    "ตรวจ", "ตรวจสอบ", "ต่อต้าน", "ต่างประเทศ", "ติดตาม", "ท้องถิ่น", "ทรัพยากร", "ทะเบียน", "ทั่วไป", "ทุจริต", "เทคโนโลยี", "ธุรการ",
    "นโยบาย", "นิติการ", "บริการ", "บริหาร", "บัญชี", "บุคคล", "บุคลากร", "ประกัน", "ประชาชน", "ประชาสัมพันธ์", "ประสาน", "ประเมิน",
    "ปลัด", "ปกครอง", "ผล", "แผน", "พัฒนา", "พัสดุ", "ภายใน", "มาตรฐาน", "ยุทธศาสตร์", "ระบบ", "ระเบียบ", "ราชการ", "ร้องเรียน",
    "เลขานุการ", "วิชาการ", "วิจัย", "วิเคราะห์", "วินัย", "ศึกษา", "สนับสนุน", "ส่งเสริม", "สวัสดิการ", "สาธารณสุข", "สารบรรณ",
    "สารสนเทศ", "สื่อสาร", "สิ่งแวดล้อม", "องค์กร", "อำนวย",
)  # fmt: skip
WORD = re.compile("|".join(sorted({*LIGHT, *WORDS}, key=len, reverse=True)))


def words_of(key: str) -> list[str]:
    """A folded name in words: its kind, then those that are known and what stands between them."""
    kind = KIND.match(key)
    words = [kind[0]] if kind else []
    at = len(kind[0]) if kind else 0
    for found in WORD.finditer(key, at):
        words += [key[at : found.start()], found[0]]
        at = found.end()
    return [word for word in (*words, key[at:]) if word]


def first_letter(word: str) -> str:
    return next((letter for letter in word if "ก" <= letter <= "ฮ"), word[0])
