"""What the owner fills in about an answer: what is to be corrected by the unit, and slips put right for it."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from wian.asks.models import Ask
from wian.kit.forms import ActForm, SeenForm
from wian.responses.commands.correct_for_unit import SLIPS
from wian.responses.forms.names import NameFields, PhoneField
from wian.responses.models import Nomination, Proposal

K = Ask.Kind
TEXTS = (K.REPORT, K.OTHER)
# What is sent back most often: code -> the words that the unit reads, and the kinds of ask they are about.
PHRASES = {
    "post": (_("Post or level is incomplete."), (K.NOMINATE,)),
    "phone": (_("A telephone number is wrong."), (K.NOMINATE, K.PROPOSE, K.ATTEND)),
    "spelling": (_("A given or family name is misspelt."), (K.NOMINATE,)),
    "criteria": (_("Somebody does not meet what the letter asks for."), (K.NOMINATE,)),
    "framework": (_("A project is outside the framework."), (K.PROPOSE,)),
    "result": (_("A project names no result visible within a year."), (K.PROPOSE,)),
    "money": (_("The budget of a project is not clear."), (K.PROPOSE,)),
    "responsible": (_("A project names nobody responsible."), (K.PROPOSE,)),
    "number": (_("There are fewer than the letter asks for."), (K.NOMINATE, K.PROPOSE)),
    "points": (_("Not every point of the letter is answered."), TEXTS),
    "figures": (_("Figures contradict each other."), TEXTS),
    "evidence": (_("A paper that it refers to is missing."), TEXTS),
    "who": (_("It does not say who attends, with post."), (K.ATTEND,)),
    "file": (_("An attached file cannot be opened."), (K.NOMINATE, K.PROPOSE, K.ATTEND, *TEXTS)),
}


class AcceptForm(SeenForm):
    """Carries the number of the submission that is on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)  # type: ignore[assignment]


class SendBackForm(ActForm):
    """What the unit is to correct: ready phrases, words of one's own, or both."""

    phrases = forms.MultipleChoiceField(
        label=_("What is to be corrected"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=_("In your own words"),
        help_text=_("Say where, and what you expect; the unit reads it above its answer."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.MultipleChoiceField, self.fields["phrases"])
        field.choices = [(code, words) for code, (words, kinds) in PHRASES.items() if kind in kinds]
        if not field.choices:
            del self.fields["phrases"]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not given.get("phrases") and not given.get("more"):
            first = next(name for name in ("phrases", "more") if name in self.fields)
            self.add_error(first, _("Choose a phrase, or say in your own words what is to be corrected."))
        return given

    @property
    def remark(self) -> str:
        """One point a line, in the language in which the site writes to its units."""
        given = self.cleaned_data
        with override(settings.LANGUAGE_CODE):
            points = [str(PHRASES[code][0]) for code in given.get("phrases", ())]
        return "\n".join([*points, *filter(None, [given["more"]])])


class Slips(ActForm):
    """What may be put right of something that a unit sent."""

    @property
    def changes(self) -> dict[str, str]:
        return {name: text for name, text in self.cleaned_data.items() if name != "key"}


class NameSlips(Slips, NameFields):
    """What may be put right of a person."""

    reason = None  # type: ignore[assignment]


class ProjectSlips(Slips):
    """What may be put right of a project."""

    title = forms.CharField(label=_("Title of the project"), max_length=300)
    responsible = forms.CharField(label=_("Person responsible"), max_length=200, required=False)
    phone = PhoneField(required=False)


def slips_of(item: Nomination | Proposal, data: Any) -> Slips:
    """The form for what may be put right of `item`, with what stands there."""
    form = NameSlips if isinstance(item, Nomination) else ProjectSlips
    return form(data, initial={field: getattr(item, field) for field in SLIPS[type(item)]})
