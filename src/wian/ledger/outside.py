"""The record outside of the site: seals, which pin it, and exports, which hold all of it.

A seal is the number and the hash of the last entry when it was made, in a file so small that it can be copied by hand. Whoever
keeps one elsewhere can tell, without the site's help, whether the record up to that entry is still what it was.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

from django.conf import settings

from wian.kit.canonical import canonical
from wian.ledger.models import Entry
from wian.ledger.refusals import RecordUnreadable

PLAIN = ("event", "actor", "office", "about", "because", "payload", "prev", "hash")


@dataclass(frozen=True, slots=True)
class Seal:
    """The first `seq` entries of a record, as it stood when it was sealed; the last one has `hash`. A seal typed from paper has no `day`."""

    seq: int
    hash: str
    day: date | None = None

    def text(self, at: datetime) -> str:
        """What its file holds; `at` is when it was made."""
        when = {"day": str(self.day), "at": at.astimezone(UTC).isoformat(timespec="seconds")}
        return canonical({"seq": self.seq, "hash": self.hash, **when}) + "\n"


def read_seal(file: Path) -> Seal:
    """Raises RecordUnreadable for a file that is missing or no seal."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        day = said.get("day")
        seal = Seal(seq=said["seq"], hash=said["hash"], day=date.fromisoformat(day) if day else None)
        if seal.seq < 0 or not re.fullmatch("[0-9a-f]{64}", seal.hash):
            raise ValueError
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise RecordUnreadable(file=file) from error
    return seal


def seals() -> Path:
    """The folder where the site keeps a seal of each day."""
    return Path(settings.HOME) / "seals"


def last_seal() -> Seal | None:
    """The seal of the latest day; None when there is none that can be read."""
    files = sorted(seals().glob("????-??-??.json"))
    try:
        return read_seal(files[-1]) if files else None
    except RecordUnreadable:
        return None


def export(entries: Iterable[Entry], out: TextIO) -> None:
    """Write entries as lines of canonical JSON, with everything that their hashes are made of."""
    for entry in entries:
        fields = {name: getattr(entry, name) for name in PLAIN}
        at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
        out.write(canonical({"seq": entry.seq, "at": at, **fields}) + "\n")


def exported(file: Path) -> Iterator[Entry]:
    """The entries of an export, unsaved. Raises RecordUnreadable, at the line that is none."""
    try:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                said = json.loads(line)
                yield Entry(**{**said, "at": datetime.fromisoformat(said["at"])})
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise RecordUnreadable(file=file) from error


@contextmanager
def whole(file: Path) -> Iterator[TextIO]:
    """Write a file whole or not at all."""
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("w", encoding="utf-8") as out:
            yield out
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
