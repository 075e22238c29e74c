from django import forms
from django.utils.translation import gettext_lazy as _

from wian.kit.forms import ActForm


class ShareForm(ActForm):
    """How long a link works."""

    days = forms.TypedChoiceField(
        label=_("How long it works"),
        coerce=int,
        choices=[(1, _("until tomorrow")), (7, _("7 days")), (30, _("30 days"))],
        initial=7,
        widget=forms.RadioSelect,
    )
