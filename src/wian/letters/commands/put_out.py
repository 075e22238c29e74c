import dataclasses as dc
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

from django.conf import settings

from saraban import register
from saraban.errors import Unprintable
from saraban.paper import KINDS, OfficeCopy, Paper, printed, text_of
from saraban.typesetting import docx_of, pdf_of
from wian.files.commands.keep import DOCX, PDF, keep
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.draw import Drawn
from wian.letters.commands.move_draft import move_draft
from wian.letters.events import Issued
from wian.letters.models import Check, Draft, Issue, Letter, Signature
from wian.letters.queries.issued import emblem_missing, emblem_of
from wian.letters.queries.papers import paper_of_draft
from wian.letters.queries.registers import number_text
from wian.letters.refusals import CannotBePrinted, NumberElsewhere, PictureUndrawn, SecretPaper
from wian.letters.states import DraftState

Seal = Callable[[bytes], bytes]


@act
def put_out(
    draft: Draft,
    signature: Signature,
    *,
    drawn: Drawn | None,
    on: date,
    signed_as: str = "",
    picture: bytes | None = None,
    seal: Seal = bytes,
    by: Actor,
    at: datetime,
) -> Issue:
    """The last step of `sign` and of `issue`: typeset the letter with its number and date, seal it, and put it on file.

    `signed_as` and `picture` stand over the name, `seal` signs the bytes. Raises SecretPaper, EmblemMissing, NumberElsewhere,
    PictureUndrawn, CannotBePrinted, DraftMoved.
    """
    number = number_text(drawn) if drawn else ""
    original, office_copy = papers_of(draft, number=number, on=on, signed_as=signed_as)
    if original.secrecy:
        raise SecretPaper
    agency = re.split(r"\s*โทร", original.agency)[0]
    if number and _is_elsewhere(number, on, agency):
        raise NumberElsewhere(number=number)
    if missing := emblem_missing(draft):
        raise missing
    emblem = emblem_of(draft.unit)
    try:
        sealed = seal(pdf_of(original, emblem=emblem, signature=picture))
        copied = pdf_of(office_copy, emblem=emblem, signature=picture)
    except Unprintable as error:
        raise CannotBePrinted(why=error.sentence) from error
    except RuntimeError as undrawn:  # Typst's: everything but the picture was drawn before
        raise PictureUndrawn from undrawn
    name = subject_of(original)
    letter = Letter.objects.create(
        kind=Letter.Kind.MEMO if original.kind == "cover_memo" else original.kind,
        agency=agency,
        number=number,
        number_key=register.key(number) if number else "",
        date=on,
        subject=name,
        urgency=original.urgency,
        signatory=signature.name,
        position=signature.position,
        text=text_of(printed(original)),
        source=keep(sealed, name=f"{name}.pdf", type_=PDF),
    )
    issue = Issue.objects.create(
        letter=letter,
        unit=draft.unit,
        office_copy=keep(copied, name=f"{name} (สำเนาคู่ฉบับ).pdf", type_=PDF),
        editable=keep(docx_of(original, emblem=emblem), name=f"{name}.docx", type_=DOCX),
        issued_at=at,
    )
    move_draft(draft, DraftState.ISSUED, letter=letter)
    record(
        Issued(
            letter=letter.pk,
            draft=draft.pk,
            unit=draft.unit_id,
            kind=letter.kind,
            number=number,
            sha256=letter.source.sha256,
        ),
        by=by,
        at=at,
        about=Ref("letters.letter", letter.pk),
        because=[Ref("letters.draft", draft.pk)],
    )
    return issue


def papers_of(draft: Draft, *, number: str, on: date | None, signed_as: str = "") -> tuple[Paper, Paper]:
    """The letter as it goes out, and the office's copy with the names of who drafted, typed and checked it."""
    paper = paper_of_draft(draft, number=number, on=on, signed_as=signed_as, site=settings.ADDRESS)
    checked = (
        Check.objects.filter(draft=draft, passed=True).order_by("-pk").values_list("name", flat=True).first()
    )
    names = paper.office_copy or OfficeCopy(drafted=draft.written_by, checked=checked or "")
    return dc.replace(paper, office_copy=None), dc.replace(paper, office_copy=names)


def rehearse(draft: Draft) -> None:
    """Set the letter once with a number that is none: where its lines end is known then, and the act is short."""
    with suppress(Unprintable, RuntimeError):
        pdf_of(papers_of(draft, number="๐๐๐", on=draft.saved_at.date())[0], emblem=emblem_of(draft.unit))


def subject_of(paper: Paper) -> str:
    """What a paper is about, in one line; where it has no line for that, what it is."""
    meeting = paper.meeting
    return paper.subject or (f"{meeting.title} {meeting.session}".strip() if meeting else KINDS[paper.kind])


def _is_elsewhere(number: str, on: date, agency: str) -> bool:
    return Letter.objects.filter(number_key=register.key(number), date=on, agency=agency).exists()
