from datetime import datetime

from wian.accounts.events import AccountOpened
from wian.accounts.models import Account
from wian.accounts.refusals import HasAccount, UsernameTaken
from wian.directory.models import Person
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def open_account(person: Person, *, username: str, password: str | None, by: Actor, at: datetime) -> Account:
    """Let `person` sign in. Without a password the account cannot be entered with one. Raises UsernameTaken, HasAccount."""
    if Account.objects.filter(username__iexact=username).exists():
        raise UsernameTaken(username=username)
    if Account.objects.filter(person=person).exists():
        raise HasAccount(person=person)
    account = Account.objects.create_user(username, password, person=person)
    record(
        AccountOpened(account=account.pk, person=person.pk),
        by=by,
        at=at,
        about=Ref("accounts.account", account.pk),
    )
    return account
