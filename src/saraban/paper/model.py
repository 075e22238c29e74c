"""The parts of an official paper, by kind, in the order of the page.

Rule: the Regulation of the Office of the Prime Minister on Correspondence B.E. 2526 (1983) and its amendments, forms 1 to 11;
which field stands on which kind is in `saraban.typesetting`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

#: kind -> what it is called on paper. A cover memo (บันทึกเสนอ) is a memo that puts another paper before who signs it.
KINDS: dict[str, str] = {
    "memo": "บันทึกข้อความ",
    "external": "หนังสือภายนอก",
    "stamped": "หนังสือประทับตรา",
    "order": "คำสั่ง",
    "announcement": "ประกาศ",
    "certificate": "หนังสือรับรอง",
    "minutes": "รายงานการประชุม",
    "cover_memo": "บันทึกเสนอ",
}
URGENCY = ("ด่วน", "ด่วนมาก", "ด่วนที่สุด")
SECRECY = ("ลับ", "ลับมาก", "ลับที่สุด")
#: kind of acting -> its words in a signature block. Three different things in law: see `wian.directory.models.Holding`.
ACTING: dict[str, str] = {
    "acting_government": "รักษาราชการแทน",
    "acting_post": "รักษาการในตำแหน่ง",
    "on_behalf": "ปฏิบัติราชการแทน",
}
BLOCKS = ("paragraph", "heading", "point", "table")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the head of each column, and rows of as many cells. Widths follow from what is in them."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text. A point carries its number as it is printed ("๑.", "๑.๑", "(๑)", "-") and how deep it stands, from 1.

    A heading stands alone in bold (a cover memo's เรื่องเดิม, minutes' ระเบียบวาระที่ ๑ …); a table has no text of its own.
    """

    kind: str
    text: str = ""
    number: str = ""
    level: int = 1
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: full name as in the brackets, own position, and where acting, in which way and in which post."""

    name: str = ""
    position: str = ""
    acting: str = ""
    acting_for: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """What is attached behind the letter on pages of its own: a title and its text, most often a table."""

    title: str
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """The head and the end of minutes (form 11). Times are as printed: ๐๙.๓๐ น.; who did not come carries the reason."""

    title: str
    session: str = ""
    held_on: str = ""
    place: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    attending: tuple[str, ...] = ()
    began: str = ""
    ended: str = ""
    taker: Signatory = field(default_factory=Signatory)
    checker: Signatory = field(default_factory=Signatory)


@dataclass(frozen=True, slots=True)
class OfficeCopy:
    """The names under an office copy (สำเนาคู่ฉบับ): who drafted, typed and checked the letter."""

    drafted: str = ""
    typed: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One official paper. What a kind does not have stays empty; without `number` and `date` it is not issued yet.

    `agency` is the line ส่วนราชการ of a memo, the owner above the address of an external letter, who issues an order, announcement
    or certificate, and the sender of a stamped letter. `addressee` follows `salutation` (เรียน, ถึง …). `contact` are the lines at the
    lower left; `signed_as` is printed small where an electronic signature stands (by whose account, when); `answer_url` and `verify_url`
    are printed as QR codes. Text is as typed: digits become Thai and line breaks room when it is printed. `number` is as printed:
    กนย ๐๑๐๒/ว ๑๒.
    """

    kind: str
    subject: str = ""
    agency: str = ""
    address: tuple[str, ...] = ()
    number: str = ""
    date: dt.date | None = None
    urgency: str = ""
    secrecy: str = ""
    salutation: str = "เรียน"
    addressee: str = ""
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    closing: str = ""
    signatory: Signatory = field(default_factory=Signatory)
    signed_as: str = ""
    contact: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    meeting: Meeting | None = None
    office_copy: OfficeCopy | None = None
    answer_url: str = ""
    verify_url: str = ""
