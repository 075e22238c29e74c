"""Letters as files of the TH e-GIF exchange: one that was issued here on its way out, and one that arrives."""

from dataclasses import dataclass

import saraban
from saraban.egif import Attached, Exchange, Party, Reference, exchange_of
from saraban.errors import NotAnExchange
from saraban.reading.sources import Source, source_of
from wian.circulars.refusals import NotOfTheExchange
from wian.files.queries import bytes_of
from wian.kit import clock
from wian.letters.models import Draft, Issue, Letter


@dataclass(frozen=True, slots=True)
class Arriving:
    """A letter that arrives: what the exchange says of it, and what is read in its main file; None where that cannot be read."""

    data: bytes
    exchange: Exchange
    source: Source | None

    @property
    def kind(self) -> Letter.Kind:
        """As its text says; an external letter where that is not clear."""
        reading = saraban.read(self.source.text) if self.source else None
        return Letter.Kind.of(reading.kind) if reading and reading.is_letter else Letter.Kind.EXTERNAL


def is_exchanged(issue: Issue) -> bool:
    """Has the letter what the exchange needs: a number and a date?"""
    return bool(issue.letter.number and issue.letter.date)


def exchange_for(issue: Issue) -> Exchange:
    """An issued letter that `is_exchanged`, as the exchange has it."""
    letter = issue.letter
    content = Draft.objects.filter(letter=letter).values_list("content", flat=True).first() or {}
    assert letter.date
    return Exchange(
        id=letter.number,
        date=letter.date,
        subject=letter.subject,
        sender=Party(letter.agency or issue.unit.name, letter.signatory, letter.position),
        receiver=Party(content.get("addressee", "")),
        letter=Attached(letter.source.type, bytes_of(letter.source)),
        urgency=letter.urgency,
        references=tuple(Reference(cited) for cited in content.get("references", ())),
        attachment="; ".join(content.get("enclosures", ())),
        sent_on=clock.day_of(issue.issued_at),
    )


def arriving(data: bytes, *, name: str) -> Arriving:
    """The letter in a file that came from outside: never inside a transaction, for its main file may be a scan. Raises NotOfTheExchange."""
    try:
        exchange = exchange_of(data)
    except NotAnExchange as error:
        raise NotOfTheExchange(file=name, why=str(error)) from error
    try:
        return Arriving(data, exchange, source_of(exchange.letter.data))
    except saraban.Unreadable:
        return Arriving(data, exchange, None)
