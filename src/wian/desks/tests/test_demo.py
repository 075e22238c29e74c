import json

from django.test import Client
from django.urls import reverse

from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries import FILTERS, matrix
from wian.asks.states import ObligationState
from wian.desks.story import DOORS, OTHERS, accounts
from wian.kit import clock
from wian.kit.models import DemoClock
from wian.responses.models import Return, Submission


def test_a_visitor_of_a_demo_is_shown_the_four_doors(story):
    assert Client().get("/").url == reverse("desks:doors")
    page = Client().get(reverse("desks:doors")).content.decode()
    assert all(f'value="{part}"' in page for part in (*DOORS, *OTHERS))


def test_one_click_signs_in(story):
    client = Client()
    assert client.post(reverse("desks:enter"), {"as": "head"}).url == "/"
    assert "นายอภิวัฒน์ สกุลทิพย์" in client.get("/").content.decode()


def test_only_as_somebody_of_the_story(story):
    assert Client().post(reverse("desks:enter"), {"as": "root"}).status_code == 404


def test_tomorrow_moves_the_clock_and_leads_back(story):
    before = clock.today()
    back = Client().post(reverse("desks:tomorrow"), {"next": "/demo/?a=1"})
    assert (back.url, (clock.today() - before).days) == ("/demo/?a=1", 1)


def test_tomorrow_leads_to_no_other_site(story):
    assert Client().post(reverse("desks:tomorrow"), {"next": "https://example.com/"}).url == "/"


def test_a_real_site_has_none_of_it(story):
    DemoClock.objects.all().delete()
    assert Client().get("/").url == reverse("account_login")
    assert Client().get(reverse("desks:doors")).status_code == 404
    for name in ("enter", "tomorrow"):
        assert Client().post(reverse(f"desks:{name}"), {"as": "owner"}).status_code == 404, name


def test_the_accounts_that_are_announced_can_sign_in(story):
    for username, password, office in accounts():
        signed_in = Client().post(reverse("account_login"), {"login": username, "password": password})
        assert (signed_in.status_code, signed_in.url) == (302, "/"), username
        assert office


def test_after_two_days_what_was_not_sent_is_overdue(story):
    for _ in range(2):
        Client().post(reverse("desks:tomorrow"))
    client = Client()
    client.post(reverse("desks:enter"), {"as": "owner"})
    matrix = reverse("asks:matrix", args=[story.circular.pk])
    page = client.get(f"{matrix}?show=overdue").content.decode()
    assert "กองพัฒนามาตรฐานบริการ" in page
    assert page.count("เกินกำหนด") > 10


def test_it_shows_every_state_an_answer_can_be_in(story):
    owed = list(Obligation.objects.select_related("ask"))
    assert {row.state for row in owed} == set(ObligationState)
    assert {row.ask.kind for row in owed} == set(Ask.Kind) - {Ask.Kind.OTHER}
    facts = (
        "late",
        "nil",
        "on_behalf",
        "prepared_at",
        "opened_at",
        "returned_at",
        "awaits_entry",
        "is_short",
    )
    assert [fact for fact in facts if not any(getattr(row, fact) for row in owed)] == []
    assert {request.granted for request in ExtensionRequest.objects.all()} == {None, True, False}
    shown = {
        (cell.code, cell.overdue, cell.prepared, cell.is_being_added_to)
        for circular in (story.circular, story.earlier)
        for row in matrix(circular, at=clock.now(), size=None).rows
        for cell in row.cells
    }
    assert shown >= {
        ("closed", False, False, False),
        ("draft", True, False, False),
        ("pending", True, False, False),
        ("awaiting_signature", False, True, False),
        ("draft", False, False, True),
        ("received", False, False, False),
    }


def test_one_of_the_two_letters_has_something_under_every_filter(story):
    counts = [matrix(circular, at=clock.now()).counts for circular in (story.circular, story.earlier)]
    assert [code for code in FILTERS if not any(count[code] for count in counts)] == []


def test_the_earlier_letter_tells_of_the_way_back(story):
    sent = Submission.objects.filter(recipient__circular=story.earlier)
    complaints = sent.filter(recipient__unit__name="สำนักรับเรื่องร้องเรียน").order_by("number")
    first, again = [json.loads(row.content)["asks"][0] for row in complaints][-2:]
    assert first["text"] != again["text"]
    assert (len(first["files"]), len(again["files"])) == (0, 1)
    assert Return.objects.filter(obligation__ask__circular=story.earlier).count() == 1
