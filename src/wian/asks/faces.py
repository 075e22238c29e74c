"""How this room's rows look to the rooms below, such as the ledger's page."""

from collections.abc import Collection

from django.urls import reverse

from wian.asks.models import Obligation, ReadIn
from wian.kit.ref import Face


def obligations(ids: Collection[int]) -> dict[int, Face]:
    rows = Obligation.objects.filter(pk__in=ids).select_related("ask", "recipient__unit")
    return {
        row.pk: Face(
            f"{row.recipient.unit} · {row.ask.get_kind_display()}",
            reverse("responses:timeline", args=[row.recipient_id]),
        )
        for row in rows
    }


def read_ins(ids: Collection[int]) -> dict[int, Face]:
    rows = ReadIn.objects.filter(pk__in=ids).select_related("source", "circular__letter")
    return {
        row.pk: Face(
            str(row.circular.letter if row.circular else row), reverse("asks:corrections", args=[row.pk])
        )
        for row in rows
    }
