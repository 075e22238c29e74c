"""How this room's rows look to the rooms below, such as the ledger's page."""

from collections.abc import Collection

from django.urls import reverse

from wian.kit.ref import Face
from wian.letters.models import Draft, Letter


def letters(ids: Collection[int]) -> dict[int, Face]:
    return {letter.pk: Face(str(letter)) for letter in Letter.objects.filter(pk__in=ids)}


def drafts(ids: Collection[int]) -> dict[int, Face]:
    """The page shows itself to those who write or sign it alone."""
    rows = Draft.objects.filter(pk__in=ids)
    return {draft.pk: Face(str(draft), reverse("letters:draft", args=[draft.pk])) for draft in rows}
