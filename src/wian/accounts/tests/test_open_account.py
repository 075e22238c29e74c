"""Opening a way to sign in for a person."""

import pytest

from wian.accounts.commands.open_account import open_account
from wian.accounts.models import Account
from wian.accounts.queries import offices_called
from wian.accounts.refusals import HasAccount, UsernameTaken
from wian.directory.models import Person
from wian.directory.tests.support import written
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE


@pytest.fixture
def person(story) -> Person:
    return Person.objects.create(title="นาย", given_name="ก่อเกียรติ", family_name="ร่มรื่น")


def opened(person: Person, username: str = "kor", password: str | None = "a long password") -> Account:
    return open_account(person, username=username, password=password, by=COMMAND_LINE, at=clock.now())


def test_it_is_in_the_ledger_by_numbers_only(person):
    with written() as entries:
        account = opened(person)
    assert entries == [("accounts.account_opened", {"account": account.pk, "person": person.pk})]


def test_the_password_is_kept_as_a_hash(person):
    account = Account.objects.get(pk=opened(person).pk)
    assert "a long password" not in account.password
    assert account.check_password("a long password")
    assert not account.check_password("another password")


def test_without_a_password_no_password_fits(person):
    account = opened(person, password=None)
    assert not account.has_usable_password()
    assert not account.check_password("")


@pytest.mark.parametrize("username", ["owner", "Owner"])
def test_a_name_that_is_taken_is_refused_whatever_its_case(person, username):
    """Signing in does not tell upper from lower case: two such accounts would lock each other out."""
    with written() as entries, pytest.raises(UsernameTaken) as refused:
        opened(person, username)
    assert (refused.value.code, username in refused.value.message) == ("username-taken", True)
    assert entries == []
    assert not Account.objects.filter(person=person).exists()


def test_a_person_has_one_account(person):
    opened(person)
    with written() as entries, pytest.raises(HasAccount) as refused:
        opened(person, "another")
    assert (refused.value.code, str(person) in refused.value.message) == ("has-account", True)
    assert entries == []
    assert Account.objects.filter(person=person).count() == 1


def test_every_account_of_the_story_is_a_persons(story):
    assert list(Account.objects.filter(person=None)) == []


def test_an_account_acts_in_the_offices_of_its_person_only(story, person):
    owner = story.cast.parts["owner"]
    opened(person)
    called = {name: offices_called(name, on=clock.today()) for name in ("owner", "kor", "nobody", "")}
    assert called == {"owner": [owner], "kor": [], "nobody": [], "": []}


def test_a_closed_account_acts_in_no_office(story):
    Account.objects.filter(username="owner").update(is_active=False)
    assert offices_called("owner", on=clock.today()) == []
