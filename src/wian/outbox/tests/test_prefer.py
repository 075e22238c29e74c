import pytest
from django.urls import reverse

from wian.accounts.models import Account
from wian.accounts.tests.support import enter, form_on
from wian.directory.models import Person
from wian.ledger.models import Entry
from wian.outbox.models import Preference

URL = reverse("outbox:mine")


@pytest.fixture
def preparer(story) -> Person:
    return Person.objects.get(pk=story.cast.parts["preparer"].person)


def chosen(client, **fields: str) -> dict[str, str]:
    return form_on(client.get(URL), URL) | fields


def test_without_a_choice_each_notice_is_mailed_at_once_in_thai(preparer):
    offered = form_on(enter("preparer").get(URL), URL)
    assert (offered["mail"], offered["language"]) == ("at_once", "th")


def test_a_choice_is_kept_and_can_be_changed(preparer):
    client = enter("preparer")
    assert client.post(URL, chosen(client, mail="daily", language="en")).url == URL
    assert form_on(client.get(URL), URL)["mail"] == "daily"
    client.post(URL, chosen(client, mail="never"))
    [kept] = Preference.objects.all()
    assert (kept.person, kept.mail, kept.language) == (preparer, "never", "en")


def test_the_choice_stands_in_the_ledger_without_a_name(preparer, story):
    client = enter("preparer")
    client.post(URL, chosen(client, mail="never"))
    entry = Entry.objects.latest("seq")
    assert (entry.event, entry.actor) == ("outbox.preferred", story.cast.parts["preparer"].key)
    assert entry.fields == {"person": preparer.pk, "mail": "never", "language": "th", "schema": 1}


def test_only_what_is_offered_can_be_chosen(preparer):
    client = enter("preparer")
    page = client.post(URL, chosen(client, mail="hourly")).content.decode()
    assert "error-summary" in page
    assert '<details class="add" id="preferring" open>' in page
    assert not Preference.objects.exists()


def test_an_address_is_entered_changed_and_taken_away(preparer):
    client = enter("preparer")
    for address in ("a@bchang.example", "b@bchang.example", ""):
        client.post(URL, chosen(client, address=address))
        preparer.refresh_from_db()
        assert preparer.email == address


def test_what_is_no_address_is_refused_and_kept_in_its_field(preparer):
    client = enter("preparer")
    page = client.post(URL, chosen(client, address="a@bchang")).content.decode()
    assert 'value="a@bchang"' in page
    preparer.refresh_from_db()
    assert preparer.email != "a@bchang"


def test_whoever_is_in_no_office_has_nothing_to_choose(story):
    account = Account.objects.create_user("machine", "a password")
    client = enter("machine")
    assert account.person is None
    assert "preferring" not in client.get(URL).content.decode()
    assert client.post(URL, {"mail": "never", "language": "th"}).status_code == 200
    assert not Preference.objects.exists()
