"""How this room's rows look to the rooms below, such as the ledger's page."""

from collections.abc import Collection

from wian.kit.ref import Face
from wian.letters.models import Letter


def letters(ids: Collection[int]) -> dict[int, Face]:
    return {letter.pk: Face(str(letter)) for letter in Letter.objects.filter(pk__in=ids)}
