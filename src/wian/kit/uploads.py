"""Files on their way in: the field to choose them, and the limit of what one request may carry."""

from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext_lazy as _

MOST_FILES = 5
# Five files of 10 MB, what was typed, and room to tell by name which file is too large.
MOST_BYTES = 64 * 1024 * 1024


class FilesInput(forms.FileInput):
    """Phones offer camera and documents for these kinds."""

    allow_multiple_selected = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": ".pdf,image/jpeg,image/png,.docx,.xlsx", **(attrs or {})})


class FilesField(forms.FileField):
    """Up to MOST_FILES files. What is in them is judged by the act that takes them in."""

    widget = FilesInput
    default_error_messages = {"too_many": _("Choose at most 5 files.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("label", _("Files"))
        kwargs.setdefault("help_text", _("PDF, JPG, PNG, Word or Excel, up to 10 MB each, at most 5 files"))
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(
        self, data: "list[UploadedFile[bytes]] | None", initial: Any = None
    ) -> "list[UploadedFile[bytes]]":
        clean = super().clean
        if not data:
            clean(None)
            return []
        if len(data) > MOST_FILES:
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        return [clean(file) for file in data]


def fingerprint(upload: "UploadedFile[bytes]") -> str:
    """The SHA-256 of what is in it, which may be read from the beginning afterwards."""
    digest = sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


class LimitedUploadHandler(FileUploadHandler):
    """Refuse a request that carries too much before any of it is kept. Django limits everything but files."""

    def handle_raw_input(self, input_data: Any, meta: Any, content_length: int, *rest: Any) -> None:
        if content_length > MOST_BYTES:
            raise RequestDataTooBig("the files of a request are too large together")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
