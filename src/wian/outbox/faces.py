"""How the outbox's rows look to the rooms below, such as the ledger's page."""

from collections.abc import Collection

from wian.kit.notices import WORDINGS
from wian.kit.ref import Face
from wian.outbox.models import Rewording


def rewordings(ids: Collection[int]) -> dict[int, Face]:
    rows = Rewording.objects.filter(pk__in=ids).values_list("pk", "wording")
    return {pk: Face(str(WORDINGS[code].when) if code in WORDINGS else code) for pk, code in rows}
