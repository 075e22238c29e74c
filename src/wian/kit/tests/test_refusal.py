import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from wian.kit.middleware import Refusals as Middleware
from wian.kit.refusal import REFUSALS, Refusal


class Full(Refusal):
    code = "test-full"
    sentence = "%(unit)s has %(taken)s of %(max)s names."
    remedy = "Withdraw one of %(max)s."


class Spoken(Refusal):
    code = "test-spoken"
    sentence = _("Yes")
    remedy = _("No")


@pytest.fixture
def refusals():
    return Middleware(lambda _: HttpResponse())


def test_facts_fill_the_sentence_and_the_remedy():
    refusal = Full(unit="กองคลัง", taken=3, max=3)
    with translation.override("en"):
        assert refusal.message == "กองคลัง has 3 of 3 names."
        assert refusal.what_now == "Withdraw one of 3."
    assert str(refusal) == "test-full", "the log gets the code, never the facts"


def test_numbers_are_written_in_thai_digits_in_thai_and_words_as_they_are():
    refusal = Full(unit="กอง 3", taken=3, max=12)
    with translation.override("th"):
        assert refusal.message == "กอง 3 has ๓ of ๑๒ names."
        assert refusal.what_now == "Withdraw one of ๑๒."


def test_a_refusal_speaks_the_language_of_its_reader():
    refusal = Spoken()
    with translation.override("en"):
        english = refusal.message
    with translation.override("th"):
        assert refusal.message != english


def test_a_code_names_one_refusal():
    assert REFUSALS["test-full"] is Full
    with pytest.raises(TypeError, match="test-full"):
        type("Other", (Refusal,), {"code": "test-full", "sentence": "", "remedy": ""})


def test_a_refusal_no_form_took_up_gets_a_page_of_its_own(refusals, db):
    request = RequestFactory().get("/letters/1/", headers={"referer": "/letters/"})
    response = refusals.process_exception(request, Full(unit="<b>", taken=3, max=3))
    assert response
    page = response.content.decode()
    assert response.status_code == 409
    assert "&lt;b&gt; has ๓ of ๓ names." in page
    assert "Withdraw one of ๓." in page
    assert "test-full" in page
    assert 'href="/letters/"' in page


def test_other_errors_are_left_alone(refusals):
    assert refusals.process_exception(RequestFactory().get("/"), ValueError()) is None
