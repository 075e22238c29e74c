"""Signing a letter on screen, recording that it was signed on paper, and numbering it then."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wian.kit import clock
from wian.kit.forms import ActForm, RefusedError, SeenForm, ThaiDateField
from wian.kit.refusal import Refusal
from wian.kit.templatetags.kit import short_date
from wian.letters.models import Certificate, Entry
from wian.letters.queries.registers import number_text

NEXT = "next"
PICTURE = (
    "not-a-picture", "picture-too-fine", "picture-undrawn", "file-empty", "file-too-large", "file-of-another-kind",
    "file-damaged",
)  # fmt: skip


class SignForm(SeenForm):
    """Sign by account, with the password again; if wanted with the picture of a signature, and with the agency's certificate."""

    field_of = {
        **dict.fromkeys(PICTURE, "image"),
        "certificate-refused": "passphrase",
        "certificate-missing": "passphrase",
    }

    image = forms.FileField(
        label=_("Picture of your signature"),
        help_text=_("PNG or JPG, up to 2 MB. It is drawn above your name; what counts is your password."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput({"accept": "image/png,image/jpeg"}),
    )
    passphrase = forms.CharField(
        label=_("Pass phrase of the agency's certificate"),
        required=False,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "off"}),
    )
    password = forms.CharField(
        label=_("Your password"),
        help_text=_("The same as for signing in. Only you know it: that is why it signs."),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def __init__(
        self, *args: Any, is_password: Callable[[str], bool], certificate: Certificate | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._is_password = is_password
        if certificate is None:
            del self.fields["passphrase"]
        else:
            self.fields["passphrase"].help_text = _(
                "Seals the file with the certificate of %(subject)s, good until %(date)s. It is not kept."
            ) % {"subject": certificate.subject, "date": short_date(certificate.valid_until)}

    def clean_password(self) -> str:
        typed: str = self.cleaned_data["password"]
        try:
            if self._is_password(typed):
                return typed
        except Refusal as refusal:
            raise RefusedError(refusal) from refusal
        raise ValidationError(gettext("That is not your password."), code="wrong")


class PaperForm(SeenForm):
    """What stands on the paper that was signed."""

    field_of = {"day-ahead": "on", "before-draft": "on"}

    name = forms.CharField(label=_("Signed by"), max_length=200, help_text=_("Title, given and family name"))
    position = forms.CharField(
        label=_("In the capacity of"),
        max_length=400,
        help_text=_("As in the signature block, acting included"),
    )
    on = ThaiDateField(label=_("Signed on"))


class NumberForm(ActForm):
    """Number and date of a letter that was signed on paper: the next number, or one that was reserved for it."""

    field_of = {"day-ahead": "on", "before-signature": "on", "number-not-reserved": "number"}

    number = forms.ChoiceField(label=_("Number"), widget=forms.RadioSelect)
    on = ThaiDateField(label=_("Date of the letter"), required=False)
    on.wanted = True  # type: ignore[attr-defined]
    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        help_text=_("PDF, JPG or PNG, up to 10 MB. It can also be attached later."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ".pdf,image/png,image/jpeg"}),
    )

    def __init__(self, *args: Any, reserved: Iterable[Entry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._reserved = {str(entry.pk): entry for entry in reserved}
        field = self.fields["number"]
        field.choices = [(NEXT, _("The next number"))] + [  # type: ignore[attr-defined]
            (key, gettext("%(number)s, reserved for %(date)s: %(reason)s") % _said(entry))
            for key, entry in self._reserved.items()
        ]
        field.initial = NEXT
        if not self._reserved:
            field.widget = forms.HiddenInput()
        self.fields["on"].initial = clock.today()
        if self._reserved:
            self.fields["on"].help_text = _(
                "A reserved number brings its own date: then leave this as it is."
            )

    @property
    def reserved(self) -> Entry | None:
        return self._reserved.get(self.cleaned_data["number"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("number") == NEXT and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", self.fields["on"].error_messages["required"])
        return cleaned


def _said(entry: Entry) -> dict[str, str]:
    return {"number": number_text(entry), "date": short_date(entry.on), "reason": entry.reason}
