"""What an administrator gives to the papers of a unit: its emblem, its certificate."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from saraban.words import fold
from wian.directory.models import Unit
from wian.kit.forms import ActForm, Suggest

SUGGESTED = 300
MOST_PKCS12 = 256 * 1024
OF_THE_FILE = (
    "not-a-picture", "picture-too-fine", "emblem-coarse", "emblem-undrawn", "drawing-unsafe", "file-empty", "file-too-large",
    "file-of-another-kind", "file-damaged",
)  # fmt: skip


class PapersForm(ActForm):
    """For the papers of which unit, and of all below it."""

    unit = forms.CharField(
        label=_("For the papers of"), max_length=300, help_text=_("The unit, and every unit below it")
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._units = units
        names = list(units.values_list("name", flat=True)[:SUGGESTED])
        self.fields["unit"].widget = Suggest(names)
        self.fields["unit"].initial = names[0] if names else ""

    def clean_unit(self) -> Unit:
        found = list(self._units.filter(key=fold(self.cleaned_data["unit"]))[:2])
        if len(found) != 1:
            raise ValidationError(
                gettext("Choose one of the units of the directory, by its whole name."), code="unknown"
            )
        return found[0]


class EmblemForm(PapersForm):
    field_of = dict.fromkeys(OF_THE_FILE, "file")

    file = forms.FileField(
        label=_("Emblem"),
        help_text=_("A drawing (SVG), or a PNG at least 709 dots high: 600 dots an inch at 3 cm"),
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ".svg,image/png"}),
    )


class CertificateForm(PapersForm):
    field_of = {"certificate-refused": "passphrase"}

    file = forms.FileField(
        label=_("Certificate with its key"),
        help_text=_("PKCS#12, its name ends in .p12 or .pfx"),
        widget=forms.FileInput({"accept": ".p12,.pfx"}),
    )
    passphrase = forms.CharField(
        label=_("Pass phrase"),
        help_text=_(
            "Only to look whether it opens the file. It is not kept: whoever signs types it each time."
        ),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "off"}),
    )

    def clean_file(self) -> bytes:
        file = self.cleaned_data["file"]
        if file.size > MOST_PKCS12:
            raise ValidationError(gettext("That file is too large for a certificate."), code="too-large")
        self.name: str = file.name
        return bytes(file.read())
