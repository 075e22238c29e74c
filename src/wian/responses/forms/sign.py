"""Signing an answer: on screen, on paper."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wian.kit.actor import Actor
from wian.kit.forms import SeenForm, ThaiDateField


class SignForm(SeenForm):
    """Sign on screen, in one of the capacities that may."""

    capacity = forms.ChoiceField(label=_("Sign as"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, offices: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = {office.key: office for office in offices}
        field = self.fields["capacity"]
        field.choices = [(office.key, f"{office.name} {office.title}") for office in self.offices.values()]  # type: ignore[attr-defined]
        field.initial = next(iter(self.offices), None)
        if len(self.offices) == 1:
            field.widget = forms.HiddenInput()

    @property
    def signer(self) -> Actor:
        return self.offices[self.cleaned_data["capacity"]]


class PaperForm(SeenForm):
    """What stands on the paper that was signed."""

    field_of = {"date-ahead": "on", "date-too-early": "on"}

    name = forms.CharField(label=_("Signed by"), max_length=200, help_text=_("Title, given and family name"))
    capacity = forms.CharField(
        label=_("In the capacity of"),
        max_length=200,
        help_text=_("As in the signature block, acting included"),
    )
    on = ThaiDateField(label=_("Signed on"))
