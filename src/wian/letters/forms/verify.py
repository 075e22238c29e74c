"""A file that somebody holds against what was issued here."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 20 * 1024 * 1024


class VerifyForm(forms.Form):
    use_required_attribute = False

    file = forms.FileField(
        label=_("The file"),
        help_text=_("The PDF or the scan as you received it, up to 20 MB. It is looked at and not kept."),
        widget=forms.FileInput({"accept": ".pdf,image/png,image/jpeg"}),
        error_messages={"required": _("Choose a file."), "empty": _("That file is empty.")},
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB: no letter of this site is."))
        return file
