"""What the post field suggests: common posts of civil servants at the two levels that young officials hold."""

POSTS = (
    "นักวิเคราะห์นโยบายและแผน",
    "นักจัดการงานทั่วไป",
    "นักทรัพยากรบุคคล",
    "นักวิชาการคอมพิวเตอร์",
    "นักวิชาการเงินและบัญชี",
    "นักวิชาการพัสดุ",
    "นักวิชาการตรวจสอบภายใน",
    "นักประชาสัมพันธ์",
    "นักวิเทศสัมพันธ์",
    "นักพัฒนาระบบราชการ",
    "นิติกร",
)
LEVELS = ("ปฏิบัติการ", "ชำนาญการ")
POSTS_WITH_LEVEL = tuple(f"{post}{level}" for post in POSTS for level in LEVELS)
TITLES = ("นาย", "นาง", "นางสาว")
