from datetime import datetime

from saraban.words import fold
from wian.directory.events import UnitAdded
from wian.directory.models import Unit, UnitType
from wian.directory.refusals import UnitExists, UnitNameMissing, UnitNameTooLong
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record

NAME_LENGTH = 300


@act
def add_unit(
    name: str,
    *,
    by: Actor,
    at: datetime,
    parent: Unit | None = None,
    code: str = "",
    abbreviation: str = "",
    phone: str = "",
) -> Unit:
    """Enter a unit under its parent, where its name is the only one of its kind.

    Names are compared folded (look-alike letters, digits, spaces). Raises UnitNameMissing, UnitNameTooLong, UnitExists.
    """
    key = fold(name)
    if not key:
        raise UnitNameMissing
    if len(name) > NAME_LENGTH:
        raise UnitNameTooLong(name=name[:60])
    if Unit.objects.filter(key=key, parent=parent).exists():
        raise UnitExists(name=name)
    unit = Unit.objects.create(
        name=name,
        key=key,
        type=UnitType.of(name),
        code=code,
        abbreviation=abbreviation,
        parent=parent,
        phone=phone,
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    record(
        UnitAdded(unit=unit.pk, parent=parent.pk if parent else None),
        by=by,
        at=at,
        about=Ref("directory.unit", unit.pk),
    )
    return unit
