"""What may still be said about a letter that was issued."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wian.kit.forms import ActForm
from wian.kit.templatetags.kit import digits, short_date
from wian.letters.models import Issue

AT_MOST = 200


class ScanForm(ActForm):
    """The scan of the signed paper."""

    field_of = dict.fromkeys(
        ("not-a-scan", "file-empty", "file-too-large", "file-of-another-kind", "file-damaged", "file-locked"),
        "scan",
    )

    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        help_text=_("PDF, JPG or PNG, up to 10 MB"),
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ".pdf,image/png,image/jpeg"}),
    )


class SupersedeForm(ActForm):
    """Which letter stands in the place of this one; or none, and why."""

    field_of = {"no-longer-holds": "replacement"}

    replacement = forms.ChoiceField(label=_("Replaced by"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Needed where no letter replaces it. For your unit and auditors; the public page does not show it."
        ),
    )
    reason.wanted = True  # type: ignore[attr-defined]

    def __init__(self, *args: Any, replacements: QuerySet[Issue], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._others = {str(other.pk): other for other in replacements[:AT_MOST]}
        self.fields["replacement"].choices = [  # type: ignore[attr-defined]
            ("", _("No letter: it is cancelled")),
            *((key, _name(other)) for key, other in self._others.items()),
        ]

    @property
    def other(self) -> Issue | None:
        return self._others.get(self.cleaned_data["replacement"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("replacement") == "" and not cleaned.get("reason"):
            self.add_error(
                "reason", _("Say why the letter is cancelled, or choose the one that replaces it.")
            )
        return cleaned


def _name(issue: Issue) -> str:
    letter = issue.letter
    return " · ".join(filter(None, (digits(letter.number), short_date(letter.date), letter.subject)))
