from datetime import timedelta

from wian.accounts.models import Account, KeptForm, Session
from wian.accounts.tasks import forget
from wian.accounts.tests.support import enter
from wian.kit import clock


def test_what_has_ended_is_let_go_and_the_rest_stays(story):
    account = Account.objects.get(username="owner")
    now, browser = clock.now(), enter("owner")
    for age in (timedelta(hours=1), timedelta(hours=25)):
        KeptForm.objects.create(account=account, sealed="…", at=now - age)
    Session.objects.create(session_key="ended", session_data="", expire_date=now - timedelta(seconds=1))
    forget.call("2026-11-20")
    assert [kept.at for kept in KeptForm.objects.all()] == [now - timedelta(hours=1)]
    assert not Session.objects.filter(session_key="ended").exists()
    assert browser.get("/outbox/").status_code == 200
