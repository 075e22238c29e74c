"""Seal the record: write down, outside of the database, where it stands."""

from datetime import date, datetime
from pathlib import Path

from wian.ledger.models import Head
from wian.ledger.outside import Seal, read_seal, seals, whole
from wian.ledger.refusals import SealedBefore


def seal(day: date, *, at: datetime, to: Path | None = None) -> Path:
    """Write the end of the record to `to` (default: the site's seal of `day`); answers the file.

    Raises SealedBefore when the file seals another end, RecordUnreadable when it is no seal, OSError.
    """
    head = Head.objects.get()
    made = Seal(seq=head.seq, hash=head.hash, day=day)
    file = to or seals() / f"{day}.json"
    if not to:
        file.parent.mkdir(exist_ok=True)
    if not file.exists():
        with whole(file) as out:
            out.write(made.text(at))
    elif read_seal(file) != made:
        raise SealedBefore(file=file)
    return file
