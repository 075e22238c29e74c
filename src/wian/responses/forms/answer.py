"""What a unit fills in on its answer page, beside names and projects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wian.asks.models import Ask
from wian.kit.forms import ActForm
from wian.kit.refusal import Refusal
from wian.kit.uploads import FilesField
from wian.responses.drafting import DraftedForm
from wian.responses.queries.drafts import TEXT

WHAT_TO_WRITE = {
    Ask.Kind.REPORT: _("Our report"),
    Ask.Kind.ATTEND: _("Who attends, or why nobody can"),
    Ask.Kind.OTHER: _("Our answer"),
}


class TextForm(DraftedForm):
    """An answer given as a whole. What is drafted here is the answer."""

    draft_name = TEXT

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = WHAT_TO_WRITE[Ask.Kind(kind)]


class FilesForm(ActForm):
    """Files to attach. A refusal is about one of them, and says which."""

    files = FilesField(required=True)  # type: ignore[assignment]  # a field until the form is made

    def refuse(self, refusal: Refusal, field: str | None = None) -> None:
        super().refuse(refusal, "files")


class NilForm(ActForm):
    reason = forms.CharField(
        label=_("Why there is nothing to send"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The owner of the matter reads this; one sentence is enough."),
    )
