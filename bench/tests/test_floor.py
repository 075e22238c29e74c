"""The floor is served as Wian is."""

from bench.floor.__main__ import SETTINGS
from wian.house.keeper import Keeper
from wian.house.server import _Server


def test_the_same_gunicorn():
    theirs = _Server(1, lambda _: None, Keeper(0)).settings
    own = {"bind", "when_ready"}
    assert {name: worth for name, worth in SETTINGS.items() if name not in own} == {
        name: worth for name, worth in theirs.items() if name in SETTINGS and name not in own
    }
    assert set(SETTINGS) <= set(theirs)
