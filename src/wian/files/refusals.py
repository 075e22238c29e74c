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


class NotAPicture(Refusal):
    """`kind` names those that may be chosen."""

    code: ClassVar[str] = "not-a-picture"
    sentence = _("The file “%(file)s” cannot be drawn on paper.")
    remedy = _("Choose a file of these kinds: %(kind)s.")


class PictureTooFine(Refusal):
    code: ClassVar[str] = "picture-too-fine"
    sentence = _("The file “%(file)s” has more than %(most)s dots on one side.")
    remedy = _("Make it smaller and choose it again.")


class EmblemCoarse(Refusal):
    code: ClassVar[str] = "emblem-coarse"
    sentence = _("The file “%(file)s” is less than 709 dots high: on paper the emblem would be coarse.")
    remedy = _("Choose a drawing (SVG), or a PNG of at least 600 dots an inch at 3 cm.")


class DrawingUnsafe(Refusal):
    """`what` stands in it that does more than draw."""

    code: ClassVar[str] = "drawing-unsafe"
    sentence = _("The file “%(file)s” contains %(what)s, which does more than draw.")
    remedy = _("Turn everything into paths in a drawing program, save it as plain SVG, and choose that.")
