"""What the owner writes down for a unit."""

from datetime import datetime
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from wian.asks.models import Ask
from wian.kit import clock
from wian.kit.forms import SeenForm, ThaiDateField, ThaiTimeField
from wian.responses.forms.answer import WHAT_TO_WRITE
from wian.responses.forms.projects import ProjectFields
from wian.responses.models import OnBehalfEntry
from wian.responses.queries import Part

# Rows for projects on one page.
PROJECTS_AT_MOST = 20


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


class ToldPart(forms.Form):
    """What a unit told about one ask, beside names and projects."""

    use_required_attribute = False

    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 5}))
    noted = forms.BooleanField(label=_("The unit takes note"), required=False)
    nothing = forms.CharField(
        label=_("Or: why there is nothing to send"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, part: Part, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"text": part.text}  # completed by what was told, not overwritten unseen
        kind = Ask.Kind(part.obligation.ask.kind)
        self.fields["text"].label = WHAT_TO_WRITE.get(kind, "")
        self._keep("text", kind in WHAT_TO_WRITE, part.may_write)
        self._keep("noted", kind == Ask.Kind.ACKNOWLEDGE)
        self._keep("nothing", kind != Ask.Kind.ACKNOWLEDGE, not part.obligation.is_answered)

    def _keep(self, name: str, fits: bool, is_open: bool = True) -> None:
        """Leave a field out where it does not fit; what was typed while it was still open is not lost."""
        if not fits or not (is_open or self.add_prefix(name) in self.data):
            del self.fields[name]


def project_rows(offered: int) -> type["BaseFormSet[Any]"]:
    """Rows for so many projects, each with a title or empty."""
    return formset_factory(
        ProjectFields, extra=offered, max_num=PROJECTS_AT_MOST, absolute_max=PROJECTS_AT_MOST
    )
