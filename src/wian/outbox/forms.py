from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wian.kit.forms import ActForm
from wian.outbox.models import Preference

SUBJECT, BODY = 200, 4000


class PreferForm(ActForm):
    """Where a person wants e-mails, how, and in which language."""

    address = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Without one you are told on this site only."),
    )
    mail = forms.ChoiceField(
        label=_("Notices by e-mail"), choices=Preference.Mail.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mails"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


class RewordForm(ActForm):
    """The words of a kind of notice, with its places in braces."""

    subject = forms.CharField(label=_("Subject line"), max_length=SUBJECT)
    body = forms.CharField(label=_("Text"), max_length=BODY, widget=forms.Textarea(attrs={"rows": 9}))

    def clean_subject(self) -> str:
        return " ".join(self.cleaned_data["subject"].split())

    def clean_body(self) -> str:
        return "\n".join(self.cleaned_data["body"].splitlines())
