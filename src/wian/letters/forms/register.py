"""What a clerk types into the registers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wian.kit.forms import ActForm, ThaiDateField
from wian.letters.models import Series

_SERIES = [choice for choice in Series.Kind.choices if choice[0] != Series.Kind.RECEIVED]


class LookForm(forms.Form):
    """Which part of a register is shown; part of the page's address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.wanted = True  # type: ignore[attr-defined]  # nobody is told here that it is optional

    words = forms.CharField(label=_("Number or words"), required=False, max_length=100)
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(label=_("Series"), required=False, choices=[("", _("all")), *_SERIES])
    unit = forms.TypedChoiceField(label=_("Unit"), required=False, coerce=int, empty_value=None)


class EnterForm(ActForm):
    field_of = {"registered-before": "number"}

    number = forms.CharField(
        label=pgettext_lazy("of a letter", "Number"),
        max_length=60,
        required=False,
        help_text=_("As on the letter"),
    )
    on = ThaiDateField(label=_("Dated"), required=False)
    sender = forms.CharField(label=_("From"), max_length=300)
    recipient = forms.CharField(label=_("To"), max_length=300, required=False)
    subject = forms.CharField(label=_("Subject"), max_length=500)
    file = forms.FileField(
        label=_("Its file"), required=False, help_text=_("PDF, Word or a picture, at most 20 MB")
    )


class ReserveForm(ActForm):
    field_of = {"reserved-for-the-past": "on"}

    kind = forms.ChoiceField(label=_("Series"), choices=_SERIES)
    on = ThaiDateField(label=_("For the date"))
    reason = forms.CharField(
        label=_("Why it is reserved"),
        max_length=500,
        help_text=_("It stands in the register, and stays there."),
    )


class ReasonForm(ActForm):
    reason = forms.CharField(
        label=_("Why it is cancelled"),
        max_length=500,
        help_text=_("The number stays in the register with this reason."),
    )


class ActionForm(ActForm):
    action = forms.CharField(
        label=_("What became of it"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
