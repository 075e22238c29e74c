from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class FileEmpty(Refusal):
    code: ClassVar[str] = "file-empty"
    sentence = _("The file “%(file)s” is empty.")
    remedy = _("Open it on your device to see whether anything is in it, save it again and attach it again.")


class FileTooLarge(Refusal):
    code: ClassVar[str] = "file-too-large"
    sentence = _("The file “%(file)s” is larger than %(most)s MB.")
    remedy = _(
        "Make it smaller, for example by scanning in black and white, or split it, and attach it again."
    )


class FileOfAnotherKind(Refusal):
    """`what` it is instead and `how` to make it one of ours: a `Foreign`."""

    code: ClassVar[str] = "file-of-another-kind"
    sentence = _("The file “%(file)s” cannot be attached: it is %(what)s.")
    remedy = _("%(how)s PDF, JPG, PNG, Word (.docx) and Excel (.xlsx) can be attached.")


class LetterOfAnotherKind(Refusal):
    code: ClassVar[str] = "letter-of-another-kind"
    sentence = _("The file “%(file)s” cannot go round: not every unit could open it.")
    remedy = _("Save it as Word (.docx) or PDF and choose that, or paste its text.")


class FileDamaged(Refusal):
    """`kind` is the name of what it claims to be."""

    code: ClassVar[str] = "file-damaged"
    sentence = _("The file “%(file)s” is damaged or incomplete: it cannot be read as %(kind)s.")
    remedy = _("Open it on your device and save it again under a new name, then attach that.")


class FileLocked(Refusal):
    code: ClassVar[str] = "file-locked"
    sentence = _("The file “%(file)s” is protected by a password or restrictions.")
    remedy = _("Save it without protection, or print it to PDF, and attach that.")


class FileWithMacros(Refusal):
    code: ClassVar[str] = "file-with-macros"
    sentence = _("The file “%(file)s” contains macros, a program that could harm the computer that opens it.")
    remedy = _("Save it as Word (.docx) or Excel (.xlsx) without macros, or as PDF, and attach that.")


class FileWithObjects(Refusal):
    code: ClassVar[str] = "file-with-objects"
    sentence = _("The file “%(file)s” contains an embedded file or control that could run a program.")
    remedy = _("Put a picture in its place, or save the document as PDF, and attach that.")


class FileUnpacksTooLarge(Refusal):
    code: ClassVar[str] = "file-unpacks-too-large"
    sentence = _("The file “%(file)s” becomes far too large when it is opened.")
    remedy = _("Delete unused rows, columns and pictures, or save it as PDF, and attach that.")
