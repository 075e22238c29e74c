from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from saraban.words import person_key
from wian.asks.commands.move import hold
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.events import CorrectedForUnit
from wian.responses.models import Correction, Nomination, Proposal
from wian.responses.refusals import AlreadyNamed, AlreadyWithdrawn, NotASlip, NothingCorrected
from wian.responses.rules import is_slip

# What may be put right, and what of it may become something else altogether.
SLIPS: Mapping[type[Nomination | Proposal], tuple[str, ...]] = {
    Nomination: ("title", "given_name", "family_name", "post", "phone", "email"),
    Proposal: ("title", "responsible", "phone"),
}
FREE = {"phone", "email"}
KEYS = {Nomination: ("person_key",), Proposal: ()}


@act
def correct_for_unit(
    item: Nomination | Proposal, changes: Mapping[str, str], *, by: Actor, at: datetime
) -> list[Correction]:
    """Put slips of the pen right in what a unit sent (แก้ไขแทน): spelling, telephone, e-mail. The unit sees what was changed.

    `changes` is field -> text, of the fields in SLIPS. Raises NotASlip, NothingCorrected, AlreadyNamed, AlreadyWithdrawn.
    """
    obligation = item.response.obligation
    hold(obligation.recipient)
    if not type(item)._default_manager.filter(pk=item.pk, withdrawn_at=None, sent_at__isnull=False).exists():
        raise AlreadyWithdrawn(name=item)
    item.refresh_from_db(fields=SLIPS[type(item)])
    changed = {
        field: text
        for field in SLIPS[type(item)]
        if (text := changes.get(field)) is not None and text != getattr(item, field)
    }
    if not changed:
        raise NothingCorrected
    for field in changed.keys() - FREE:
        if not _is_slip(item, field, changed[field]):
            raise NotASlip(before=getattr(item, field), after=changed[field])
    corrections = [
        Correction(
            obligation=obligation,
            item=str(item),
            field=field,
            before=getattr(item, field),
            after=text,
            corrected_by=by.office,
            at=at,
        )
        for field, text in changed.items()
    ]
    for field, text in changed.items():
        setattr(item, field, text)
    if isinstance(item, Nomination):
        item.person_key = person_key(item.given_name, item.family_name)
    try:
        with transaction.atomic():
            item.save(update_fields=[*changed, *KEYS[type(item)]])
    except IntegrityError as twice:
        raise AlreadyNamed(name=item, unit=obligation.recipient.unit) from twice
    Correction.objects.bulk_create(corrections)
    record(
        CorrectedForUnit(
            obligation=obligation.pk, item=f"{item._meta.model_name}:{item.pk}", fields=list(changed)
        ),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
    return corrections


def _is_slip(item: Nomination | Proposal, field: str, after: str) -> bool:
    if isinstance(item, Nomination) and field == "title":
        return True  # นาย and นางสาว have nothing in common, and are confused all the same
    return is_slip(getattr(item, field), after)
