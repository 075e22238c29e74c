from datetime import datetime

from django.db import IntegrityError, transaction

from wian.asks.commands.move import free_file, take_file
from wian.asks.models import Obligation
from wian.files.models import File
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.begin import begin
from wian.responses.commands.settle import settle
from wian.responses.events import Attached, Detached
from wian.responses.models import Attachment
from wian.responses.refusals import AlreadySent, AlreadyWithdrawn, AttachedBefore, FilesFull


@act
def attach(obligation: Obligation, file: File, *, name: str, by: Actor, at: datetime) -> Attachment:
    """Attach a file that was taken in. A file alone answers an ask. Raises FilesFull, AttachedBefore, AnswerClosed, AskClosed."""
    begin(obligation, by=by, at=at)
    if not take_file(obligation):
        raise FilesFull(max=Obligation.FILES)
    try:
        with transaction.atomic():
            attachment = Attachment.objects.create(
                response_id=obligation.pk, file=file, name=name, added_at=at
            )
    except IntegrityError as twice:
        raise AttachedBefore(name=name) from twice
    record(
        Attached(obligation=obligation.pk, attachment=attachment.pk, sha256=file.sha256),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
    return attachment


@act
def detach(attachment: Attachment, *, by: Actor, at: datetime) -> None:
    """Take out a file that was not sent. Raises AlreadySent, AlreadyWithdrawn, AnswerClosed, AskClosed."""
    obligation = attachment.response.obligation
    standing = Attachment.objects.filter(pk=attachment.pk, withdrawn_at=None)
    freed = free_file(obligation)
    if standing.exclude(sent_at=None).exists():
        raise AlreadySent(what=attachment)
    if not freed or not standing.update(withdrawn_at=at):
        raise AlreadyWithdrawn(name=attachment)
    settle(obligation)
    record(
        Detached(obligation=obligation.pk, attachment=attachment.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
