"""From a posted form to an act, through a real page: naming a person."""

from django.urls import reverse

from wian.responses.tests.unit import browser, form, places_of

UNIT = "กองการคลังและพัสดุ"
PERSON = {"given_name": "จิราพร", "family_name": "คำดี", "post": "นิติกร", "phone": "08 9876 5432"}


def said(client, url: str) -> list[str]:
    return [str(message) for message in client.get(url).context["messages"]]


def test_the_same_key_with_the_same_text_leads_on_and_says_that_it_was_done(story):
    client, url, typed = (
        browser("preparer"),
        reverse("responses:nominate", args=[places_of(UNIT).pk]),
        form(**PERSON),
    )
    done = [client.post(url, typed) for _ in range(2)]
    assert [answered.status_code for answered in done] == [302, 302]
    done_, repeated = said(client, done[0].url)
    assert done_ != repeated
    assert places_of(UNIT).taken == 2


def test_going_back_and_typing_something_else_is_another_act(story):
    client, url, typed = (
        browser("preparer"),
        reverse("responses:nominate", args=[places_of(UNIT).pk]),
        form(**PERSON),
    )
    client.post(url, typed)
    other = client.post(url, typed | {"given_name": "อีกคน"})
    assert (other.status_code, "quota-full" in other.content.decode()) == (409, True)


def test_what_was_refused_may_be_posted_again_under_its_key(story):
    client, url, typed = (
        browser("preparer"),
        reverse("responses:nominate", args=[places_of(UNIT).pk]),
        form(**PERSON),
    )
    known = typed | {"given_name": "ภูริเดช", "family_name": "คำแสน"}
    assert client.post(url, known).status_code == 409
    assert client.post(url, typed).status_code == 302
