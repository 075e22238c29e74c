from datetime import date

from django.db.models import QuerySet

from saraban import register
from wian.kit.actor import Actor
from wian.letters.models import Incoming, Letter


def letter_numbered(number: str, on: date | None) -> Letter | None:
    """The letter of that number and date, however the number was typed (๐๙๗๓ = 0973 = 973)."""
    return Letter.objects.filter(number_key=register.key(number), date=on).first()


def register_of(actor: Actor) -> QuerySet[Incoming]:
    """The letters that the actor's unit has received, the latest first."""
    return Incoming.objects.filter(unit=actor.unit).select_related("letter").order_by("-received_at")
