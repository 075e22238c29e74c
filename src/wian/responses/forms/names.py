"""People, as a unit names them."""

import re
from dataclasses import replace
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from saraban.numerals import to_ascii
from wian.kit.forms import Suggest
from wian.responses.commands.nominate import FORM, Name
from wian.responses.drafting import DraftedForm
from wian.responses.models import Nomination
from wian.responses.suggestions import POSTS_WITH_LEVEL, TITLES

# Rows for names on one page; Django takes a thousand fields in a form.
ROWS_AT_MOST = 100


class PhoneField(forms.CharField):
    """A telephone number as people write it, kept in the groups it is read out in."""

    widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": _("Telephone"), "max_length": 60, **kwargs})

    def clean(self, value: Any) -> str:
        phone: str = super().clean(value)
        # An internal number has at least four digits.
        if phone and sum(letter.isdigit() for letter in to_ascii(phone)) < 4:
            raise forms.ValidationError(_("“%(typed)s” is not a telephone number."), params={"typed": phone})
        return grouped(phone)


class NameFields(forms.Form):
    """One person, as a unit names them."""

    use_required_attribute = False

    title = forms.CharField(label=_("Title"), max_length=40, required=False, widget=Suggest(TITLES))
    given_name = forms.CharField(label=_("Given name"), max_length=100)
    family_name = forms.CharField(label=_("Family name"), max_length=100)
    post = forms.CharField(
        label=_("Post and level"),
        max_length=200,
        widget=Suggest(POSTS_WITH_LEVEL),
        help_text=_("As in the order of appointment, for example นิติกรชำนาญการ"),
    )
    phone = PhoneField()
    email = forms.EmailField(label=_("E-mail"), required=False)
    reason = forms.CharField(
        label=_("Why this person"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    @property
    def name(self) -> Name:
        return Name(**{field: self.cleaned_data[field] for field in NameFields.base_fields})


def grouped(phone: str) -> str:
    """A Thai number in the groups it is read out in (08 1234 5678, 0 2123 4567); anything else as it was typed."""
    plain = re.sub(r"[\s-]", "", to_ascii(phone))
    if not re.fullmatch(r"0\d{8,9}", plain):
        return phone
    first = len(plain) - 8
    return f"{plain[:first]} {plain[first : first + 4]} {plain[first + 4 :]}"


class NameForm(DraftedForm, NameFields):
    """Add one name, or write it in another way."""

    draft_name = FORM

    def name_over(self, nomination: Nomination) -> Name:
        """The name as it was typed. What was not touched stays as it is by now: a colleague may have changed it."""
        return replace(self.name, **{field: getattr(nomination, field) for field in self.untouched})


def name_rows(offered: int) -> type["BaseFormSet[Any]"]:
    """Rows for so many names, each complete or empty. More that were posted are kept: the quota judges, not the form."""
    return formset_factory(NameFields, extra=offered, max_num=ROWS_AT_MOST, absolute_max=ROWS_AT_MOST)
