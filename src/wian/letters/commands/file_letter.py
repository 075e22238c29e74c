from datetime import date, datetime

from saraban import register
from wian.files.models import File
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.events import Filed
from wian.letters.models import Letter
from wian.letters.queries import letter_numbered
from wian.letters.refusals import LetterOnFile


@act
def file_letter(
    *,
    kind: str,
    subject: str,
    text: str,
    source: File,
    number: str = "",
    on: date | None = None,
    agency: str = "",
    urgency: str = "",
    signatory: str = "",
    position: str = "",
    by: Actor,
    at: datetime,
) -> Letter:
    """Take a letter in, with the bytes it came in. `on` is the letter's own date. Raises LetterOnFile."""
    if number and letter_numbered(number, on, agency=agency):
        raise LetterOnFile(number=number)
    letter = Letter.objects.create(
        kind=kind,
        number=number,
        number_key=register.key(number) if number else "",
        date=on,
        subject=subject,
        text=text,
        source=source,
        agency=agency,
        urgency=urgency,
        signatory=signatory,
        position=position,
    )
    record(
        Filed(letter=letter.pk, kind=kind, number=number, sha256=source.sha256),
        by=by,
        at=at,
        about=Ref("letters.letter", letter.pk),
    )
    return letter
