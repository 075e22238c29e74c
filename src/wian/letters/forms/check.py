"""What is said of a draft: when it is passed, sent back, given up. And the wordings of a unit."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wian.kit.forms import ActForm, SeenForm


class RevisionForm(SeenForm):
    """An act on the draft as it was on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)  # type: ignore[assignment]


class PassForm(RevisionForm):
    remark = forms.CharField(
        label=_("Remark"),
        help_text=_("Who signs reads it."),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )


class RemarkForm(ActForm):
    remark = forms.CharField(
        label=_("What is to be changed"), max_length=2000, widget=forms.Textarea({"rows": 4})
    )


class ReasonForm(ActForm):
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea({"rows": 3}))


class WordingForm(ActForm):
    name = forms.CharField(
        label=pgettext_lazy("of a wording", "Name"),
        help_text=_("A name that is in the list replaces the text there."),
        max_length=200,
    )
    text = forms.CharField(
        label=pgettext_lazy("of a letter", "Text"), max_length=20_000, widget=forms.Textarea({"rows": 6})
    )
