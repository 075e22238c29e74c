"""The fields of the proposal's page: of the letter, and of each ask."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from saraban import Ask
from saraban.letter import Span
from saraban.unit_list import Row, units_in
from wian.asks import models
from wian.asks.doubts import NAMES
from wian.kit.forms import ThaiDateField, ThaiTimeField
from wian.kit.templatetags.kit import digits
from wian.letters.models import Letter


class NumberField(forms.IntegerField):
    """A number in Thai or ASCII digits."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input-time"})

    def prepare_value(self, value: Any) -> Any:
        return digits(value) if isinstance(value, int) else value


def place_of(words: str, text: str) -> Span:
    """Where `words` first stand in `text`, however they are spaced there; (0, 0) if they do not."""
    found = re.search(r"\s*".join(map(re.escape, words.split())), text) if words.strip() else None
    return found.span() if found else (0, 0)


class _Fields(forms.Form):
    """Fields to look through: none is called optional."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.wanted = True  # type: ignore[attr-defined]


class LetterFields(_Fields):
    """What the letter says of itself, and the list of units."""

    kind = forms.ChoiceField(label=NAMES["kind"], choices=Letter.Kind.choices)
    number = forms.CharField(label=NAMES["number"], max_length=100, required=False)
    date = ThaiDateField(label=NAMES["date"], required=False)
    urgency = forms.ChoiceField(
        label=NAMES["urgency"], choices=[("", _("not urgent")), *Letter.Urgency.choices], required=False
    )
    subject = forms.CharField(label=NAMES["subject"])
    agency = forms.CharField(label=NAMES["agency"], required=False)
    contact = forms.CharField(label=NAMES["contact"], required=False)
    contact_phone = forms.CharField(label=NAMES["contact_phone"], required=False)
    signatory = forms.CharField(label=NAMES["signatory"], required=False)
    position = forms.CharField(label=NAMES["position"], required=False)
    units = forms.CharField(
        label=_("Units and their numbers"),
        help_text=_(
            "One unit a line, then its number if it has one: กองคลัง, ๒ คน. Put a comma after a name that ends in a digit."
        ),
        required=False,
        widget=forms.Textarea,
    )

    def clean_units(self) -> list[Row]:
        rows, unclear = units_in(self.cleaned_data["units"])
        if unclear:
            raise ValidationError(
                _("This line is not clear: %(line)s"), code="unclear", params={"line": unclear[0][:80]}
            )
        return rows


class AskFields(_Fields):
    """One ask; `span` marks its sentence in the letter, or `sentence` holds it as it was pasted."""

    keep = forms.BooleanField(label=_("Send this ask round"), required=False, initial=True)
    kind = forms.ChoiceField(label=_("Kind"), choices=models.Ask.Kind.choices, initial=models.Ask.Kind.REPORT)
    what = forms.CharField(label=_("What is asked"), widget=forms.Textarea(attrs={"rows": 3}))
    day = ThaiDateField(label=_("Due on"), required=False)
    time = ThaiTimeField(
        label=_("Time"), help_text=_("For example 16.30; empty: the end of that day"), required=False
    )
    least = NumberField(label=_("At least, for each unit"), min_value=0, max_value=9999, required=False)
    most = NumberField(
        label=_("At most"), help_text=_("Empty: no limit"), min_value=1, max_value=9999, required=False
    )
    listed = forms.BooleanField(label=_("The numbers in the list of units are for this ask"), required=False)
    span = forms.CharField(widget=forms.HiddenInput, required=False)
    sentence = forms.CharField(
        label=_("Its sentence in the letter"),
        help_text=_("Paste it from the letter; units see it beside what is asked."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and not self.kept:  # what is left out need not be right
            self.errors.clear()

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        least, most = typed.get("least"), typed.get("most")
        if least is not None and most is not None and most < least:
            self.add_error("most", _("This is less than the least number."))
        if typed.get("time") and not typed.get("day") and "day" not in self.errors:
            self.add_error("day", _("A time needs its date."))
        return typed

    @property
    def kept(self) -> bool:
        return bool(self["keep"].data if self.is_bound else self["keep"].initial)

    @property
    def is_listed(self) -> bool:
        return bool(self["listed"].data if self.is_bound else self["listed"].initial)

    def place_in(self, text: str) -> Span:
        """Where its sentence stands in `text`; nowhere, (0, 0), for words that are not the letter's."""
        marked = re.fullmatch(r"(\d{1,7})-(\d{1,7})", self["span"].value() or "")
        if marked and int(marked[1]) < int(marked[2]) <= len(text):
            return int(marked[1]), int(marked[2])
        return place_of(self["sentence"].value() or "", text)

    def ask(self, text: str) -> Ask:
        """The ask that is typed here, as far as it is clear."""
        typed = self.cleaned_data
        return Ask(
            what=typed.get("what", ""),
            kind=typed.get("kind", models.Ask.Kind.OTHER),
            deadline=typed.get("day"),
            deadline_time=typed.get("time"),
            deadline_phrase=None,
            quota=None,
            minimum=typed.get("least"),
            maximum=typed.get("most"),
            span=self.place_in(text),
        )
