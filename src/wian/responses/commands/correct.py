"""The unit changes what it has in and has not sent."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction

from saraban.words import person_key
from wian.asks.commands.move import touch
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.nominate import Name
from wian.responses.commands.propose import Project, fields_of, require_dates
from wian.responses.commands.save_draft import Typed, forget_draft
from wian.responses.events import Corrected
from wian.responses.models import Nomination, Proposal
from wian.responses.refusals import AlreadyNamed, AlreadySent, AlreadyWithdrawn


@act
def correct_name(nomination: Nomination, name: Name, *, by: Actor, at: datetime) -> None:
    """Write a name in another way. Raises AlreadySent, AlreadyWithdrawn, AlreadyNamed, AnswerClosed, AskClosed."""
    key = person_key(name.given_name, name.family_name)
    _correct(nomination, {**asdict(name), "person_key": key}, by, at)


@act
def correct_project(
    proposal: Proposal,
    project: Project,
    *,
    typed: Mapping[str, Typed] | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Write a project in another way.

    Raises EndsBeforeStart, LongerThanAYear, AlreadySent, AlreadyWithdrawn, AnswerClosed, AskClosed.
    """
    require_dates(project, at)
    _correct(proposal, fields_of(project), by, at)
    forget_draft(proposal.response.obligation, form_of(proposal), typed, by=by)


def form_of(proposal: Proposal) -> str:
    """The name under which changes to a project are drafted."""
    return f"project-{proposal.pk}"


def _correct(item: Nomination | Proposal, fields: Mapping[str, object], by: Actor, at: datetime) -> None:
    obligation = item.response.obligation
    touch(obligation)
    standing = type(item)._default_manager.filter(pk=item.pk, withdrawn_at=None)
    changed = [field for field, value in fields.items() if getattr(item, field) != value]
    try:
        with transaction.atomic():
            done = standing.filter(sent_at=None).update(**fields)
    except IntegrityError as twice:
        name = f"{fields['given_name']} {fields['family_name']}"
        raise AlreadyNamed(name=name, unit=obligation.recipient.unit) from twice
    if not done:
        raise AlreadySent(what=item) if standing.exists() else AlreadyWithdrawn(name=item)
    record(
        Corrected(obligation=obligation.pk, item=f"{item._meta.model_name}:{item.pk}", fields=changed),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
