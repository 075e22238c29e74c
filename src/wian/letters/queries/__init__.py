import re
from datetime import date

from django.db.models import QuerySet

from saraban import register
from wian.kit.actor import Actor
from wian.letters.models import Incoming, Letter
from wian.letters.rules import SIGNERS, WRITERS, may_number

# Whoever asks from another room, asks here.
__all__ = ["SIGNERS", "WRITERS", "letter_numbered", "may_number", "register_of"]


_WITHOUT_CODE = re.compile(r"(พิเศษ)?\d")


def letter_numbered(number: str, on: date | None, *, agency: str | None = None) -> Letter | None:
    """The letter of that number and date, however the number was typed (๐๙๗๓ = 0973 = 973).

    With `agency`, an order or announcement is that one's alone: in every agency they count ๑/๒๕๖๙, ๒/๒๕๖๙ and so on.
    """
    key = register.key(number)
    rows = Letter.objects.filter(number_key=key, date=on)
    if agency is not None and _WITHOUT_CODE.match(key):
        rows = rows.filter(agency=agency)
    return rows.first()


def register_of(actor: Actor) -> QuerySet[Incoming]:
    """The letters that the actor's unit has received, the latest first."""
    return Incoming.objects.filter(unit=actor.unit).select_related("letter").order_by("-received_at")
