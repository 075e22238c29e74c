"""The same form posted twice acts once."""

from uuid import uuid4

import pytest

from wian.kit.actor import Actor
from wian.kit.models import Once
from wian.kit.once import once
from wian.kit.refusal import Refusal

CLERK = Actor(key="holding:1", title="clerk")
HEAD = Actor(key="holding:2", title="head")


class Acting:
    """A command that counts how often it ran, and leads to another page each time."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> str:
        self.times += 1
        return f"/letters/{self.times}/"


class Refused(Refusal):
    code = "test-once-refused"
    sentence = "No."
    remedy = "Change it."


@pytest.mark.django_db
def test_the_second_post_is_led_where_the_first_went():
    acting, key = Acting(), uuid4()
    assert once(acting, by=CLERK, key=key) == "/letters/1/"
    assert once(acting, by=CLERK, key=key) == "/letters/1/"
    assert acting.times == 1


@pytest.mark.django_db
def test_another_form_and_another_office_act_for_themselves():
    acting, key = Acting(), uuid4()
    urls = [
        once(acting, by=CLERK, key=key),
        once(acting, by=CLERK, key=uuid4()),
        once(acting, by=HEAD, key=key),
    ]
    assert urls == ["/letters/1/", "/letters/2/", "/letters/3/"]


@pytest.mark.django_db
def test_a_refusal_frees_the_key():
    key = uuid4()

    def refuse() -> str:
        Once.objects.create(actor="trace", key=key, url="/")
        raise Refused

    with pytest.raises(Refused):
        once(refuse, by=CLERK, key=key)
    assert not Once.objects.filter(key=key).exists(), "neither the key nor what the command changed is kept"
    assert once(Acting(), by=CLERK, key=key) == "/letters/1/"


@pytest.mark.parametrize("_", range(3))
def test_two_posts_at_the_same_moment_act_once(copied_database, _):
    acting, key = Acting(), uuid4()
    urls = copied_database.together([lambda: once(acting, by=CLERK, key=key)] * 4)
    assert urls == ["/letters/1/"] * 4
    assert acting.times == 1
    assert Once.objects.filter(key=key).count() == 1


def test_when_the_first_post_is_refused_one_waiting_post_acts(copied_database):
    """A post that waits for the first one's key acts when the first leaves nothing."""
    key = uuid4()
    turns: list[int] = []

    def first_refused() -> str:
        turns.append(len(turns))
        if len(turns) == 1:
            raise Refused
        return "/done/"

    outcomes = copied_database.together([lambda: once(first_refused, by=CLERK, key=key)] * 2)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "str"]
    assert Once.objects.get(key=key).url == "/done/"
