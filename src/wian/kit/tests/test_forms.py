from datetime import date, time
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest
from django import forms
from django.template import engines
from django.utils import translation

from wian.kit.forms import ActForm, Suggest, ThaiDateField, ThaiTimeField
from wian.kit.refusal import REFUSALS, Refusal

KEY = "5b3ad0b0-0000-4000-8000-000000000001"


@pytest.fixture(autouse=True)
def thai():
    with translation.override("th"):
        yield


@pytest.fixture
def unsigned():
    class Unsigned(Refusal):
        code: ClassVar[str] = "letter-unsigned-in-this-test"
        sentence = "The letter %(number)s is not signed."
        remedy = "Have it signed first, 100%% of it."

    yield Unsigned(number="0207.4/973")
    del REFUSALS[Unsigned.code]


class Answer(ActForm):
    name = forms.CharField(label="Name", help_text="With the title")
    post = forms.CharField(label="Post", required=False, widget=Suggest(["<นัก>วิชาการ"]))
    how = forms.ChoiceField(
        label="How", choices=[("tel", "Telephone"), ("line", "LINE")], widget=forms.RadioSelect
    )
    due = ThaiDateField(label="Due")
    at = ThaiTimeField(label="At", required=False)


def draw(text: str, **context: object) -> str:
    return engines["django"].from_string(text).render(context)


def typed(**other: str) -> dict[str, str]:
    return {"key": KEY, "name": "สมชาย", "how": "tel", "due": "28/2/61", **other}


@pytest.mark.parametrize(
    "text",
    [
        "28/2/61",
        "28-2-2561",
        "28.2.61",
        "๒๘ ก.พ. ๒๕๖๑",
        " ๒๘ กุมภาพันธ์ พ.ศ. ๒๕๖๑ ",
        "2018-02-28",
        "28/2/2018",
        "28 Feb 2018",
        "28 february 2018",
    ],
)
def test_a_date_is_read_in_every_form_people_write(text):
    assert ThaiDateField().clean(text) == date(2018, 2, 28)


@pytest.mark.parametrize(
    ("text", "code"), [("31/2/61", "impossible"), ("สิ้นเดือน", "invalid"), ("28/2", "invalid")]
)
def test_what_is_no_date_is_named_in_the_error(text, code):
    with pytest.raises(forms.ValidationError) as caught:
        ThaiDateField().clean(text)
    assert caught.value.code == code
    assert text in caught.value.messages[0]


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_date_shown_in_the_field_can_be_sent_back(language):
    with translation.override(language):
        shown = ThaiDateField().prepare_value(date(2018, 2, 28))
        assert ThaiDateField().clean(shown) == date(2018, 2, 28)


def test_the_page_says_which_date_was_understood():
    assert "วันพุธที่ ๒๘ กุมภาพันธ์ ๒๕๖๑" in draw("{% field form.due %}", form=Answer(typed()))
    assert "understood" not in draw("{% field form.due %}", form=Answer(typed(due="สิ้นเดือน")))


@pytest.mark.parametrize("text", ["16.25", "16:25", "๑๖.๒๕ น."])
def test_a_time_is_read_as_people_write_it(text):
    assert ThaiTimeField().clean(text) == time(16, 25)


@pytest.mark.parametrize("text", ["25.99", "สี่โมง", "16"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(forms.ValidationError):
        ThaiTimeField().clean(text)


def test_a_form_keeps_its_key_when_it_comes_back():
    assert f'value="{KEY}"' in draw("{% fields form %}", form=Answer(typed(name="")))
    fresh = Answer()
    assert UUID(fresh["key"].value())
    assert fresh["key"].value() != Answer()["key"].value()


def test_fields_carry_label_help_error_and_the_link_between_them():
    page = draw("{% field form.name %}", form=Answer(typed(name="")))
    assert '<label class="form-label" for="id_name">' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_helptext"' in page
    assert 'id="id_name_error"' in page
    assert 'aria-invalid="true"' in page
    assert 'class="form-control"' in page


def test_optional_fields_say_so_and_required_ones_do_not():
    with translation.override("en"):
        assert "(optional)" in draw("{% field form.post %}", form=Answer())
        assert "optional" not in draw("{% field form.name %}", form=Answer())


def test_choices_stand_in_a_fieldset_and_keep_what_was_chosen():
    page = draw("{% field form.how %}", form=Answer(typed(how="line")))
    assert "<fieldset" in page
    assert 'value="line" id="id_how_1" checked' in page


def test_suggestions_are_offered_and_escaped():
    page = draw("{% field form.post %}", form=Answer())
    assert 'list="id_post_suggestions"' in page
    assert '<option value="&lt;นัก&gt;วิชาการ"></option>' in page


def test_the_summary_leads_to_each_field():
    page = draw("{% error_summary form %}", form=Answer({"key": KEY}))
    for anchor in ("#id_name", "#id_how_0", "#id_due"):
        assert f'href="{anchor}"' in page
    assert "๓" in page


def test_without_problems_there_is_no_summary():
    assert not draw("{% error_summary form other %}", form=Answer(typed()), other=None).strip()


def test_the_summary_takes_formsets():
    rows = forms.formset_factory(Answer, extra=0)
    management = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0"}
    page = draw("{% error_summary rows %}", rows=rows({**management, "form-0-key": KEY, "form-0-due": "x"}))
    assert 'href="#id_form-0-due"' in page


def test_a_refusal_shows_its_remedy_and_code_and_keeps_what_was_typed(unsigned):
    form = Answer(typed())
    assert form.is_valid()
    form.refuse(unsigned)
    page = draw("{% error_summary form %}{% fields form %}", form=form)
    assert form.refused
    for part in (unsigned.message, unsigned.what_now, unsigned.code, 'value="สมชาย"', KEY):
        assert part in page


def test_a_refusal_may_stand_beside_a_field(unsigned):
    form = Answer(typed())
    form.is_valid()
    form.refuse(unsigned, "name")
    assert f'<a href="#id_name">{unsigned.message}</a>' in draw("{% error_summary form %}", form=form)
    assert unsigned.what_now in draw("{% field form.name %}", form=form)
    assert "100% of it" in unsigned.what_now


def test_no_template_carries_a_style_or_a_script_of_its_own():
    for template in (Path(__file__).parents[1] / "templates").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert "style=" not in text, template
        assert all("src=" in script for script in text.split("<script")[1:]), template
        assert " on" + "click=" not in text, template
