from datetime import datetime

from saraban.paper import example
from saraban.typesetting import pdf_of
from wian.directory.models import Unit
from wian.files.models import File
from wian.files.queries import bytes_of
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.events import EmblemSet
from wian.letters.models import Emblem
from wian.letters.refusals import EmblemUndrawn


@act
def set_emblem(unit: Unit, file: File, *, by: Actor, at: datetime) -> Emblem:
    """Have the papers of the unit and of the units below it carry this emblem (`files.take_in_emblem`). Raises EmblemUndrawn."""
    try:
        pdf_of(example("certificate"), emblem=bytes_of(file))
    except RuntimeError as undrawn:  # Typst's
        raise EmblemUndrawn(file=file.name) from undrawn
    emblem = Emblem.objects.create(unit=unit, file=file, set_at=at)
    record(EmblemSet(unit=unit.pk, sha256=file.sha256), by=by, at=at, about=Ref("directory.unit", unit.pk))
    return emblem
