"""The pages of docs/ written from the code say what the code says."""

import pytest

from wian.house import catalogue

pytestmark = pytest.mark.static


@pytest.mark.parametrize("page", catalogue.pages(), ids=lambda page: page.name)
def test_page_has_not_drifted(page):
    assert page.exists(), "run `wian docs`"
    assert page.read_text() == catalogue.pages()[page], "run `wian docs`"


def test_every_event_and_refusal_is_there():
    assert "directory.unit_added" in {event.name for event in catalogue.events()}
    assert "unit-exists" in {refusal.code for refusal in catalogue.refusals()}


@pytest.mark.parametrize("event", catalogue.events(), ids=lambda event: event.name)
def test_an_event_has_a_sentence_and_a_meaning(event):
    assert str(event.says)
    assert event.__doc__
    assert not event.__doc__.startswith(f"{event.__name__}("), "say what happened, in a docstring"


@pytest.mark.parametrize("refusal", catalogue.refusals(), ids=lambda refusal: refusal.code)
def test_a_refusal_has_a_sentence_and_a_remedy(refusal):
    assert str(refusal.sentence)
    assert str(refusal.remedy)
