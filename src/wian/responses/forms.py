import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from saraban.numerals import to_ascii
from wian.kit import clock
from wian.kit.actor import Actor
from wian.kit.forms import ActForm, Suggest, ThaiDateField, ThaiTimeField
from wian.responses.commands.nominate import Name
from wian.responses.models import OnBehalfEntry
from wian.responses.suggestions import POSTS_WITH_LEVEL, TITLES

# Rows for names on one page; Django takes a thousand fields in a form.
ROWS_AT_MOST = 100


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
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    reason = forms.CharField(
        label=_("Why this person"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if (
            sum(letter.isdigit() for letter in to_ascii(phone)) < 4
        ):  # an internal number has at least four digits
            raise forms.ValidationError(_("“%(typed)s” is not a telephone number."), params={"typed": phone})
        return grouped(phone)

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


class NameForm(ActForm, NameFields):
    """Add one name."""


class NilForm(ActForm):
    reason = forms.CharField(
        label=_("Why there is nothing to send"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The owner of the matter reads this; one sentence is enough."),
    )


class SeenForm(ActForm):
    """A form that signs: it carries the digest of the answer that was on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def refresh(self, seen: str) -> None:
        """After a refusal: what is acted on next is what stands on this page."""
        self.data = cast("QueryDict", self.data).copy()
        self.data["seen"] = seen


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


class ToldForm(SeenForm):
    """How a unit's answer reached the owner."""

    field_of = {"date-ahead": "day", "date-too-early": "day"}

    channel = forms.ChoiceField(
        label=_("Channel"), choices=OnBehalfEntry.Channel.choices, widget=forms.RadioSelect
    )
    informant = forms.CharField(label=_("Informant"), max_length=200, help_text=_("Name and office"))
    day = ThaiDateField(label=_("On"))
    time = ThaiTimeField(label=_("At"))

    @property
    def told_at(self) -> datetime:
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"], tzinfo=clock.BANGKOK)


class ToldNil(forms.Form):
    use_required_attribute = False

    nothing = forms.CharField(
        label=_("Or: why there is nothing to send"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


def name_rows(offered: int) -> type["BaseFormSet[Any]"]:
    """Rows for so many names, each complete or empty. More that were posted are kept: the quota judges, not the form."""
    return formset_factory(NameFields, extra=offered, max_num=ROWS_AT_MOST, absolute_max=ROWS_AT_MOST)
