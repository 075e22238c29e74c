from django import forms
from django.utils.translation import gettext_lazy as _

from wian.kit.forms import ActForm


class ReceiveForm(ActForm):
    number = forms.CharField(
        label=_("Register number"),
        help_text=_("Your unit's own number for letters received, if you keep one."),
        max_length=40,
        required=False,
    )
