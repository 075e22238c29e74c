"""Projects, as a unit proposes them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from saraban.numerals import to_ascii
from wian.initiatives.models import Issue
from wian.kit.forms import ThaiDateField
from wian.kit.templatetags.kit import digits
from wian.responses.commands.correct import form_of
from wian.responses.commands.propose import FORM, Project
from wian.responses.drafting import DraftedForm
from wian.responses.forms.names import PhoneField
from wian.responses.models import SATANG, Proposal

SHORT_FORM = (
    "issue", "horizon", "starts_on", "ends_on", "visible_result", "money", "satang", "responsible", "phone",
)  # fmt: skip
FULL_FORM = (
    "rationale", "objectives", "targets", "target_group", "indicators", "activities", "place", "monitoring", "benefits",
)  # fmt: skip


class BahtField(forms.Field):
    """Money typed in baht (1,200,000 · ๑,๒๐๐,๐๐๐ · 1200000.50 บาท), kept in satang."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("“%(typed)s” is not an amount. Write it in baht, for example 1,200,000.")
    }

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        plain = re.sub(r"\s|บาท$|฿", "", to_ascii(str(value).strip()))
        read = re.fullmatch(r"(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?", plain)
        if not read:
            typed = {"typed": str(value)[:40]}
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid", params=typed)
        return int(read[1].replace(",", "")) * SATANG + int((read[2] or "0").ljust(2, "0"))

    def prepare_value(self, value: Any) -> Any:
        return Proposal(satang=value).baht if isinstance(value, int) else value

    def understood(self, value: Any) -> str:
        """The amount in full that `value` was taken for; empty when it is none."""
        try:
            baht = Proposal(satang=value if isinstance(value, int) else self.to_python(value)).baht
        except forms.ValidationError:
            return ""
        return _now("%(amount)s baht") % {"amount": digits(baht)} if baht else ""


def _long(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class ProjectFields(forms.Form):
    """One project. Only the title must be there; `issues` of the framework are offered under their pillars."""

    use_required_attribute = False

    title = forms.CharField(label=_("Title of the project"), max_length=300)
    issue = forms.ChoiceField(label=_("Issue of the framework"), required=False)
    horizon = forms.ChoiceField(label=_("Horizon"), required=False)
    starts_on = ThaiDateField(label=_("Starts on"), required=False)
    ends_on = ThaiDateField(label=_("Ends on"), required=False)
    visible_result = forms.CharField(
        label=_("Visible result within a year"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What people will see or have in hand when it ends"),
    )
    money = forms.ChoiceField(label=_("Money"), required=False)
    satang = BahtField(label=_("Amount in baht"), required=False, help_text=_("For example 1,200,000"))
    responsible = forms.CharField(
        label=_("Person responsible"), required=False, max_length=200, help_text=_("Name and post")
    )
    phone = PhoneField(required=False)
    rationale = _long(_("Rationale"))
    objectives = _long(_("Objectives"))
    targets = _long(_("Targets"))
    target_group = _long(_("Target group"))
    indicators = _long(_("Indicators"))
    activities = _long(_("Activities"))
    place = _long(_("Place"))
    monitoring = _long(_("Monitoring and evaluation"))
    benefits = _long(_("Expected benefits"))

    def __init__(self, *args: Any, issues: Sequence[Issue], **kwargs: Any) -> None:
        """`issues` may be lazy: where a project is posted they are read only when one was chosen."""
        super().__init__(*args, **kwargs)
        self.issues = issues
        self._offer("horizon", lambda: Proposal.Horizon.choices)
        self._offer("money", lambda: Proposal.Money.choices)
        self._offer("issue", self._by_pillar)
        for name in (*SHORT_FORM, *FULL_FORM):
            self.fields[name].wanted = True  # type: ignore[attr-defined]
        if self.add_prefix("issue") not in self.data and not issues:
            del self.fields["issue"]

    def _offer(self, name: str, choices: Callable[[], Sequence[Any]]) -> None:
        self.fields[name].choices = lambda: [("", _("Choose")), *choices()]  # type: ignore[attr-defined]

    def _by_pillar(self) -> Sequence[Any]:
        return [
            (pillar.title, [(issue.pk, issue.title) for issue in under])
            for pillar, under in groupby(self.issues, key=lambda issue: issue.pillar)
        ]

    @property
    def full_form(self) -> list[forms.BoundField]:
        return [self[name] for name in FULL_FORM]

    @property
    def is_full_form_used(self) -> bool:
        return any(bound.value() for bound in self.full_form)

    @property
    def project(self) -> Project:
        typed = {name: self.cleaned_data[name] for name in self.fields if name in ProjectFields.base_fields}
        chosen = typed.pop("issue", "")
        issue = next((one for one in self.issues if str(one.pk) == chosen), None) if chosen else None
        return Project(**typed, issue=issue)


def typed_of(proposal: Proposal) -> dict[str, Any]:
    """A project as the form's initial values."""
    return {name: getattr(proposal, name) for name in ProjectFields.base_fields} | {
        "issue": proposal.issue_id
    }


class ProjectForm(DraftedForm, ProjectFields):
    """Propose a project, or write one in another way."""

    field_of = {"ends-before-start": "ends_on", "longer-than-a-year": "ends_on"}

    def __init__(self, *args: Any, proposal: Proposal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=typed_of(proposal) if proposal else None, **kwargs)
        self.proposal = proposal
        self.draft_name = form_of(proposal) if proposal else FORM

    @property
    def project(self) -> Project:
        """The project as it was typed. What was not touched stays as it is by now: a colleague may have changed it."""
        typed = super().project
        if self.proposal is None:
            return typed
        return replace(typed, **{field: getattr(self.proposal, field) for field in self.untouched})
