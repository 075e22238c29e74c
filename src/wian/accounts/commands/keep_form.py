import json
from datetime import datetime

from django.db import transaction

from wian.accounts.models import Account, KeptForm
from wian.accounts.rules import Posted

AT_MOST = 5  # for one account; the oldest go


@transaction.atomic
def keep_form(posted: Posted, account: Account, *, key: str, at: datetime) -> KeptForm:
    """Keep a form for `account`, sealed with the `key` of its browser; what was kept too long goes.

    It is no act: nothing has happened yet, and the ledger is told nothing.
    """
    KeptForm.objects.filter(at__lte=at - KeptForm.FOR).delete()
    others = KeptForm.objects.filter(account=account).order_by("-at").values_list("pk", flat=True)
    KeptForm.objects.filter(pk__in=list(others[AT_MOST - 1 :])).delete()
    text = json.dumps([posted.path, posted.fields, posted.files])
    sealed = KeptForm.lock(key).encrypt(text.encode()).decode()
    return KeptForm.objects.create(account=account, sealed=sealed, at=at)
