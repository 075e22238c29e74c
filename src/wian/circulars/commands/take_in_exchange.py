from datetime import datetime
from hashlib import sha256

from django.core.files.uploadedfile import SimpleUploadedFile

from wian.circulars.events import ExchangeTakenIn
from wian.circulars.queries.exchange import Arriving
from wian.circulars.refusals import SecretExchange
from wian.directory.models import Unit
from wian.files.commands.keep import keep
from wian.files.commands.keep_text import keep_text
from wian.files.commands.take_in import take_in_letter
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.file_letter import file_letter
from wian.letters.commands.give_received_number import give_received_number
from wian.letters.commands.register_in import register_in
from wian.letters.models import Incoming, Letter
from wian.letters.refusals import RegisteredBefore

XML = "application/xml"


@act
def take_in_exchange(arriving: Arriving, *, unit: Unit, by: Actor, at: datetime) -> Incoming:
    """File a letter that came as a file of the exchange, and enter it in the unit's register with its next เลขรับ.

    The file itself is kept, with what is attached in it; a letter of the same bytes that is on file is not filed again.
    Raises SecretExchange, RegisteredBefore, LetterOnFile, MayNotNumber, and the refusals of files for what is no letter's file.
    """
    exchange = arriving.exchange
    if exchange.secrecy:
        raise SecretExchange(secrecy=exchange.secrecy)
    letter = _letter(arriving, by=by, at=at)
    if Incoming.objects.filter(letter=letter, unit=unit).exists():
        raise RegisteredBefore(number=letter.number)
    row = register_in(letter, unit=unit, by=by, at=at)
    if unit.code:
        give_received_number(row, by=by, at=at)
    keep(arriving.data, name=f"{exchange.id}.xml".replace("/", "-"), type_=XML)
    record(
        ExchangeTakenIn(letter=letter.pk, unit=unit.pk, sha256=sha256(arriving.data).hexdigest()),
        by=by,
        at=at,
        about=Ref("letters.letter", letter.pk),
    )
    return row


def _letter(arriving: Arriving, *, by: Actor, at: datetime) -> Letter:
    exchange = arriving.exchange
    name = f"{exchange.id}.pdf".replace("/", "-")
    file = take_in_letter(SimpleUploadedFile(name, exchange.letter.data)).file
    if arriving.source:
        keep_text(file, arriving.source)
    known = Letter.objects.filter(source=file, date=exchange.date).first()
    return known or file_letter(
        kind=arriving.kind,
        subject=exchange.subject,
        text=arriving.source.text if arriving.source else "",
        source=file,
        number=exchange.id,
        on=exchange.date,
        agency=exchange.sender.department,
        urgency=exchange.urgency,
        signatory=exchange.sender.name,
        position=exchange.sender.position,
        by=by,
        at=at,
    )
