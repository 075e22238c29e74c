"""The registers as rows: for a spreadsheet, and typeset."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from wian.kit.templatetags.kit import digits, short_date
from wian.letters.models import Entry, Incoming
from wian.letters.queries.registers import is_back_dated, number_text


def sent_header() -> list[str]:
    """The columns of form 14."""
    return [
        pgettext("of a letter", "Number"), _("Dated"), _("From"), _("To"), _("Subject"), _("What became of it"), _("Remark"),
    ]  # fmt: skip


def sent_rows(entries: Iterable[Entry]) -> Iterator[list[str]]:
    for entry in entries:
        letter = entry.letter
        agency = letter.agency if letter else entry.unit.name
        number = number_text(entry)
        yield [
            number,
            short_date(entry.on),
            agency,
            entry.recipient,
            entry.subject,
            entry.get_state_display(),
            remark(entry),
        ]


def remark(entry: Entry) -> str:
    """What is said beside a number: why it was reserved or cancelled, and that it was entered later than it is dated."""
    late = (
        _("entered later, on %(day)s") % {"day": short_date(entry.entered_at)} if is_back_dated(entry) else ""
    )
    return ", ".join(part for part in (entry.reason, entry.remark, late) if part)


def received_header() -> list[str]:
    """The columns of form 13."""
    return [
        _("Register number"), pgettext("of a letter", "Number"), _("Dated"), _("From"), _("To"), _("Subject"),
        _("What became of it"), _("Received"),
    ]  # fmt: skip


def received_rows(rows: Iterable[Incoming]) -> Iterator[list[str]]:
    for row in rows:
        letter = row.letter
        yield [
            digits(row.number),
            digits(letter.number),
            short_date(letter.date),
            row.sender or letter.agency,
            row.recipient,
            letter.subject,
            row.action,
            short_date(row.received_at),
        ]
