from datetime import datetime

from wian.files.models import File
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.events import ScanAttached
from wian.letters.models import Issue, Signature
from wian.letters.refusals import NotAScan, ScanThere

SCANS = ("application/pdf", "image/jpeg", "image/png")


@act
def attach_scan(issue: Issue, file: File, *, by: Actor, at: datetime) -> None:
    """Put the scan of the signed paper beside a letter that was signed on paper; once. Raises NotAScan, ScanThere."""
    if file.type not in SCANS:
        raise NotAScan(file=file.name)
    waiting = Issue.objects.filter(pk=issue.pk, scan=None, letter__draft__signature__way=Signature.Way.PAPER)
    if not waiting.update(scan=file):
        raise ScanThere
    record(
        ScanAttached(letter=issue.pk, sha256=file.sha256),
        by=by,
        at=at,
        about=Ref("letters.letter", issue.pk),
    )
