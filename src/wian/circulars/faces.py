"""How this room's rows look to the rooms below, such as the ledger's page."""

from collections.abc import Collection

from django.urls import reverse

from wian.circulars.models import Circular, Recipient
from wian.kit.ref import Face


def circulars(ids: Collection[int]) -> dict[int, Face]:
    rows = Circular.objects.filter(pk__in=ids).select_related("letter")
    return {row.pk: Face(str(row.letter), reverse("circulars:letter", args=[row.pk])) for row in rows}


def recipients(ids: Collection[int]) -> dict[int, Face]:
    rows = Recipient.objects.filter(pk__in=ids).select_related("unit", "circular__letter")
    return {
        row.pk: Face(
            f"{row.unit} · {row.circular.letter.number}", reverse("responses:timeline", args=[row.pk])
        )
        for row in rows
    }
