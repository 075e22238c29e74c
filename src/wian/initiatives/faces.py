"""How this room's rows look to the rooms below, such as the ledger's page."""

from collections.abc import Collection

from wian.initiatives.models import Initiative
from wian.kit.ref import Face


def initiatives(ids: Collection[int]) -> dict[int, Face]:
    return {row.pk: Face(row.title) for row in Initiative.objects.filter(pk__in=ids)}
