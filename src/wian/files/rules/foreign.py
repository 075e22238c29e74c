"""What a file is that is none of the five kinds, as far as its first bytes tell."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.files.refusals import FileOfAnotherKind
from wian.kit.refusal import Text

START = 1024  # bytes


@dataclass(frozen=True, slots=True)
class Foreign:
    """`what` it is, and `how` to make one of the five kinds of it."""

    what: Text
    how: Text

    def refusal(self, name: str) -> FileOfAnotherKind:
        return FileOfAnotherKind(file=name, what=self.what, how=self.how)


HEIC = Foreign(_("a photo as the phone keeps it (HEIC)"), _("Save or share the photo as JPG."))
PICTURE = Foreign(_("a picture of another kind"), _("Save the picture as JPG or PNG."))
MOVING = Foreign(_("a video or a sound recording"), _("Attach a picture or a document instead."))
OLD_OFFICE = Foreign(
    _("a document of an old version of Word, Excel or PowerPoint"), _("Save it as .docx, .xlsx or PDF.")
)
OTHER_OFFICE = Foreign(_("a document of another office program or format"), OLD_OFFICE.how)
PACKED = Foreign(_("a packed file such as ZIP"), _("Unpack it and attach the files one by one."))
WEB_PAGE = Foreign(_("a web page"), _("Print the page to PDF."))
PROGRAM = Foreign(_("a program"), _("Attach the document itself."))
TEXT = Foreign(_("plain text"), _("Copy the text into a Word document, or print it to PDF."))
UNKNOWN = Foreign(_("a file of an unknown kind"), _("Save or print it as PDF."))

_STARTS = (
    (rb"GIF8|BM.{4}\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftypavif", PICTURE),
    (rb".{4}ftyp(?:hei|hev|mif1|msf1)", HEIC),
    (rb".{4}ftyp|RIFF|ID3|OggS|\x1a\x45\xdf\xa3", MOVING),
    (rb"\{\\rtf", OTHER_OFFICE),
    (rb"PK|Rar!|7z\xbc\xaf|\x1f\x8b", PACKED),
    (rb"MZ|\x7fELF|#!", PROGRAM),
    (rb"(?:\xef\xbb\xbf)?\s*<", WEB_PAGE),
    (rb"[^\0-\x08\x0e-\x1f\x7f]+\Z", TEXT),
)


def recognise(data: bytes) -> Foreign:
    """A guess that helps; UNKNOWN where there is none."""
    start = data[:START]
    return next((foreign for pattern, foreign in _STARTS if re.match(pattern, start, re.DOTALL)), UNKNOWN)
