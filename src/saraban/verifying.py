"""What a PDF says by itself about where it comes from and whether it was changed since; whoever made it is only told by a signature.

Of three things: the source that a paper of ours carries, the words that its pages show, the signatures it bears.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saraban.dates import thai_date
from saraban.errors import Unreadable
from saraban.paper import KINDS, Paper, printed
from saraban.reading import pdf
from saraban.signing import FoundSignature, signatures_of

BANGKOK = dt.timezone(dt.timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Verified:
    """`same_words`: the words on the pages are those of the source that is attached, nothing less and nothing else. `rooted`: roots were given."""

    sha256: str
    source: Paper | None
    same_words: bool
    signatures: tuple[FoundSignature, ...]
    rooted: bool = False

    @property
    def is_unchanged(self) -> bool:
        """Does everything agree? Where there is no signature, that says nothing about who made the file."""
        return self.same_words and (not self.signatures or self._is_sealed)

    @property
    def _is_sealed(self) -> bool:
        # We seal once: a second signature may be anybody's, over a page that was changed.
        if len(self.signatures) > 1:
            return False
        return all(one.intact and one.whole and (one.trusted or not self.rooted) for one in self.signatures)


def verify(data: bytes, *, roots: Sequence[bytes] = ()) -> Verified:
    """Look into a PDF. `roots` are certificates that are trusted (PEM or DER). Raises Unreadable."""
    if pdf.SIGNATURE not in data[:1024]:
        raise Unreadable("not-pdf", "ตรวจสอบได้เฉพาะแฟ้ม PDF ซึ่งเป็นฉบับที่ใช้อ้างอิง")
    seen = pdf.seen_in(data)
    signatures = tuple(signatures_of(data, roots=roots))
    return Verified(hashlib.sha256(data).hexdigest(), seen.source, seen.shows_source, signatures, bool(roots))


def told(verified: Verified) -> Iterator[str]:
    """The same in Thai lines."""
    yield f"SHA-256: {verified.sha256}"
    if verified.source is None:
        yield "ข้อมูลต้นฉบับ: ไม่มีแนบมา จึงไม่ทราบว่าแฟ้มนี้จัดทำด้วยสารบรรณหรือไม่"
    elif verified.same_words:
        yield f"หนังสือ: {_about(printed(verified.source))}"
        yield "ข้อมูลต้นฉบับ: แนบมา และตรงกับข้อความบนหน้ากระดาษทุกคำ"
    else:
        yield "ข้อมูลต้นฉบับ: แนบมา แต่ยืนยันไม่ได้ว่าตรงกับข้อความบนหน้ากระดาษ"
    for signature in verified.signatures:
        yield f"ลายมือชื่อดิจิทัล: {' · '.join(_signed(signature))}"
    if not verified.signatures:
        yield "ลายมือชื่อดิจิทัล: ไม่มี จึงต้องยืนยันผู้ออกหนังสือจากหน้าตรวจสอบของหน่วยงาน"
    yield f"ผล: {_result(verified)}"


def _result(verified: Verified) -> str:
    if not verified.is_unchanged:
        return "ยืนยันไม่ได้ว่าเป็นฉบับเดิม"
    if not verified.signatures:  # whoever changes both words and source leaves no trace
        return "ข้อความตรงกับข้อมูลต้นฉบับที่แนบ แต่ไม่มีลายมือชื่อดิจิทัล จึงยืนยันไม่ได้ว่าใครจัดทำ"
    return "ไม่พบการแก้ไข"


def _about(paper: Paper) -> str:
    number = f"ที่ {paper.number}" if paper.number else ""
    day = f"ลงวันที่ {thai_date(paper.date)}" if paper.date else ""
    title = paper.meeting.title if paper.meeting else paper.subject
    return " · ".join(filter(None, (KINDS[paper.kind], number, day, title)))


def _signed(signature: FoundSignature) -> Iterator[str]:
    yield signature.name or "ไม่ทราบชื่อ"
    if signature.at:
        yield f"ลงนาม {thai_date(signature.at.astimezone(BANGKOK).date())}"
    if not signature.intact:
        yield "เนื้อหาถูกแก้ไขหลังลงนาม"
    else:
        yield "เนื้อหาไม่ถูกแก้ไขหลังลงนาม" if signature.whole else "มีส่วนที่เพิ่มเข้ามาหลังลงนาม"
    yield "ใบรับรองเชื่อถือได้" if signature.trusted else "ยังไม่ได้ยืนยันใบรับรองกับผู้ออกใบรับรอง"
