"""The number that a unit's covering memo is given on paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wian.kit.forms import ActForm, ThaiDateField


class NumberForm(ActForm):
    field_of = {"date-ahead": "on", "date-too-early": "on"}

    number = forms.CharField(
        label=_("Our number"), max_length=60, help_text=_("As in your unit's register of letters sent")
    )
    on = ThaiDateField(label=_("Dated"))
