from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from django.http import FileResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from saraban.numerals import to_thai
from saraban.paper import Annex, Block, Paper, Signatory, Table
from wian.asks.models import Obligation
from wian.circulars.models import Circular
from wian.circulars.queries import campaign_read, contact_of
from wian.desks.queries import Standing, standing_of
from wian.kit import clock
from wian.kit.downloads import download
from wian.kit.request import Request
from wian.kit.templatetags.kit import clock_time, thai_date
from wian.responses.queries.memo import addressee_of, cited
from wian.responses.queries.prints import TYPES, file_of

HEADER = ("ลำดับ", "หน่วยงาน", "เรื่องที่ค้าง")
MISSING = "หน่วยงานที่ยังไม่ส่ง"


@require_safe
def one_page_pdf(request: Request, circular: int) -> FileResponse:
    """The one page as a memo to print, in official Thai whatever the screen speaks; the owner numbers and signs it by hand."""
    campaign = campaign_read(circular, request.actor)
    at = clock.now()
    paper = paper_of(campaign, standing_of(campaign, at=at), at=at)
    data = file_of(paper, ending="pdf", unit=campaign.initiative.owner.unit)
    return download(BytesIO(data), name=f"one-page-{campaign.pk}.pdf", type_=TYPES["pdf"])


@translation.override("th")
def paper_of(circular: Circular, standing: Standing, *, at: datetime) -> Paper:
    """How a campaign stands, as a memo without a number; the units that have yet to send are listed behind the one page."""
    letter, owner = circular.letter, circular.initiative.owner
    decide = list(_to_decide(standing))
    return Paper(
        kind="memo",
        agency=f"{owner.unit.name} โทร. {owner.unit.phone}" if owner.unit.phone else owner.unit.name,
        date=clock.day_of(at),
        subject=f"สรุปผลการดำเนินการตามหนังสือที่ {letter.number}"
        if letter.number
        else f"สรุปผลการดำเนินการ เรื่อง {letter.subject}",
        addressee=addressee_of(circular),
        body=(
            Block(
                "paragraph",
                f"ตามหนังสือ{letter.agency} {cited(circular)} นั้น ขอสรุปผล ณ วันที่ {thai_date(at)} เวลา {clock_time(at)} ดังนี้",
            ),
            *_numbered(_done(standing)),
            *([Block("heading", "เรื่องที่ต้องสั่งการ"), *_numbered(decide)] if decide else []),
            *(
                [Block("paragraph", f"{MISSING} {standing.missing} หน่วยงาน ตามบัญชีแนบท้าย")]
                if standing.rows
                else []
            ),
            Block("paragraph", f"จึงเรียนมาเพื่อโปรด{'พิจารณาสั่งการ' if decide else 'ทราบ'}"),
        ),
        signatory=Signatory(position=owner.title),
        annexes=(Annex(MISSING, tuple(_missing(standing))),) if standing.rows else (),
        contact=(f"สอบถาม {contact_of(circular)}",),
    )


def _numbered(lines: Iterator[str] | list[str]) -> Iterator[Block]:
    for order, line in enumerate(lines, start=1):
        yield Block("point", line, number=f"{to_thai(order)}.")


def _done(standing: Standing) -> Iterator[str]:
    progress = standing.progress
    yield f"ส่งข้อมูลแล้ว {progress.units_done} จาก {progress.units} หน่วยงาน"
    if progress.seats:
        yield f"รายชื่อ {progress.names} จาก {progress.seats} คน"
    if progress.projects is not None:
        yield f"แผนงาน/โครงการที่เสนอ {progress.projects} โครงการ"
    if progress.due_at:
        yield f"กำหนดส่ง {thai_date(progress.due_at)}"


def _to_decide(standing: Standing) -> Iterator[str]:
    if standing.asking:
        yield f"ขอขยายระยะเวลา {standing.asking} หน่วยงาน"
    if standing.to_accept:
        yield f"รอตรวจความครบถ้วน {standing.to_accept} หน่วยงาน"
    if standing.returned:
        yield f"ส่งคืนเพื่อแก้ไข {standing.returned} หน่วยงาน"


def _missing(standing: Standing) -> Iterator[Block]:
    rows = tuple(
        (str(order), row.recipient.unit.name, _owing(owed))
        for order, (row, owed) in enumerate(standing.rows, start=1)
    )
    yield Block("table", table=Table(HEADER, rows))
    if standing.missing > len(rows):
        yield Block("paragraph", f"และอีก {standing.missing - len(rows)} หน่วยงาน")


def _owing(owed: list[Obligation]) -> str:
    return ", ".join(one.ask.get_kind_display() for one in owed)
