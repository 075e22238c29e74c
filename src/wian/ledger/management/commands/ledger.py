from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from wian.kit import clock
from wian.kit.command import REFUSED
from wian.kit.command import Command as Base
from wian.kit.refusal import Refusal
from wian.ledger.chain import Reading, follow, follow_site, whole_chain
from wian.ledger.commands.seal import seal
from wian.ledger.models import Head
from wian.ledger.outside import Seal, export, exported, read_seal, seals, whole
from wian.ledger.refusals import RecordUnreadable

WHY = {"changed": "it is not what was written", "missing": "it is not there", "unwritten": "no act wrote it"}
UNREADABLE = 2


class Command(Base):
    help = "The record of what happened: check it, seal it, write it to a file."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verify = verbs.add_parser("verify", help="read the whole record and name the first broken entry")
        verify.add_argument(
            "--against",
            type=Path,
            nargs="+",
            default=[],
            metavar="SEAL",
            help="and compare it with seals that were kept outside of the site",
        )
        verify.add_argument("--file", type=Path, help="read what `export` wrote, not the database")
        sealing = verbs.add_parser("seal", help="write number and hash of the last entry to a file")
        sealing.add_argument("--to", type=Path, metavar="FILE", help="default: the site's seal of today")
        exporting = verbs.add_parser("export", help="write the whole record to a file that `verify` can read")
        exporting.add_argument("--to", type=Path, metavar="FILE", required=True)

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        try:
            getattr(self, verb)(**options)
        except Refusal as refusal:
            self.refuse(refusal, UNREADABLE if isinstance(refusal, RecordUnreadable) else REFUSED)
        except OSError as error:
            self.fail(f"ledger: {options.get('to') or seals()} cannot be written: {error.strerror}")

    def seal(self, *, to: Path | None, **others: Any) -> None:
        file = seal(clock.today(), at=clock.now(), to=to)
        made = read_seal(file)
        self.stdout.write(
            f"ledger: entry {made.seq}, {made.hash}\nKeep a copy of {file} outside of this site."
        )

    def export(self, *, to: Path, **others: Any) -> None:
        until = Head.objects.get().seq
        with whole(to) as out:
            export(whole_chain(until), out)
        self.stdout.write(f"ledger: {until} entries in {to}")

    def verify(self, *, against: list[Path], file: Path | None, **others: Any) -> None:
        kept = {paper: read_seal(paper) for paper in against}
        marks = {one.seq for one in kept.values()}
        read = follow(exported(file), marks) if file else follow_site(marks)
        good, bad = [], []
        if read.broken:
            bad.append(f"entry {read.broken.seq} is the first broken one: {WHY[read.broken.why]}.")
        else:
            good.append(f"{read.seq} entries, unbroken")
        for paper, one in kept.items():
            trouble = differs(read, one)
            if trouble:
                bad.append(f"entry {one.seq} was sealed{on(one)}, but {trouble} ({paper}).")
            else:
                good.append(f"the first {one.seq} entries are those sealed{on(one)} ({paper})")
        for line in good:
            self.stdout.write(f"ledger: {line}")
        if bad:
            said = "\n".join(f"ledger: {line}" for line in bad)
            self.fail(f"{said} Keep the record as it is, and compare it with the latest backup.")


def differs(read: Reading, kept: Seal) -> str:
    """How a record differs from what was sealed; empty when it does not."""
    found = read.hashes.get(kept.seq)
    if found == kept.hash:
        return ""
    if found:
        return "another one is there: the record was written anew, or the seal is of another site"
    if read.broken:
        return f"the record holds only up to entry {read.seq}"
    return f"the record ends with entry {read.seq}: it was cut back, or put back from an older backup"


def on(kept: Seal) -> str:
    return f" on {kept.day}" if kept.day else ""
