"""How the directory's rows look to the rooms below, such as the ledger's page."""

from collections.abc import Collection

from wian.directory.models import Unit
from wian.kit.ref import Face


def units(ids: Collection[int]) -> dict[int, Face]:
    return {unit.pk: Face(unit.name) for unit in Unit.objects.filter(pk__in=ids)}
