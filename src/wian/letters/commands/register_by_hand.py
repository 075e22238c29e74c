from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile

from wian.directory.models import Unit
from wian.files.commands.keep import TEXT, keep
from wian.files.commands.take_in import take_in_letter
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.letters.commands.draw import draw
from wian.letters.commands.file_letter import file_letter
from wian.letters.commands.register_in import register_in
from wian.letters.models import Incoming, Letter, Series
from wian.letters.queries import letter_numbered
from wian.letters.queries.registers import number_text
from wian.letters.refusals import MayNotNumber, RegisteredBefore
from wian.letters.rules import may_number


@act
def register_by_hand(
    unit: Unit,
    *,
    subject: str,
    sender: str,
    number: str = "",
    on: date | None = None,
    recipient: str = "",
    upload: "UploadedFile[bytes] | None" = None,
    by: Actor,
    at: datetime,
) -> Incoming:
    """Enter a letter that came from outside, on paper or by e-mail, and give it the unit's next เลขรับ.

    `number` and `on` are the letter's own. One that is on file already, since another unit received it, is entered too, as it
    stands there; what this unit uploads is kept with its own row. Raises MayNotNumber, RegisteredBefore, CodeMissing and the refusals of files.
    """
    if not may_number(by, unit):
        raise MayNotNumber(user=by.title)
    drawn = draw(
        unit, Series.Kind.RECEIVED, on=clock.day_of(at)
    )  # from here on this unit enters one letter at a time
    file = take_in_letter(upload).file if upload else None
    letter = letter_numbered(number, on, agency=sender) if number else None
    if letter is None:
        words = "\n".join(
            line for line in (f"ที่ {number}" if number else "", sender, f"เรื่อง {subject}") if line
        )
        letter = file_letter(
            kind=Letter.Kind.OTHER,
            subject=subject,
            text=words,
            source=file or keep(words.encode(), name="letter.txt", type_=TEXT),
            number=number,
            on=on,
            agency=sender,
            by=by,
            at=at,
        )
    elif Incoming.objects.filter(unit=unit, letter=letter).exists():
        raise RegisteredBefore(number=number)
    row = register_in(letter, unit=unit, number=number_text(drawn), by=by, at=at)
    row.sender, row.recipient, row.file = sender, recipient, file
    row.save(update_fields=["sender", "recipient", "file"])
    return row
