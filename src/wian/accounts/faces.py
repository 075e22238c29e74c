"""How this room's rows look to the rooms below, such as the ledger's page."""

from collections.abc import Collection

from wian.accounts.models import Account
from wian.kit.ref import Face


def accounts(ids: Collection[int]) -> dict[int, Face]:
    return {account.pk: Face(account.username) for account in Account.objects.filter(pk__in=ids)}
