from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile

from wian.files.commands.keep import keep
from wian.files.models import File
from wian.files.rules.content import judge, judge_letter
from wian.files.rules.emblems import judge_emblem, judge_signature
from wian.files.rules.kinds import MOST_BYTES, MOST_LETTER_BYTES, Kind
from wian.files.rules.names import bare, fitting


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A kept file, and the name to keep beside it.

    `file.name` is what the first to hand in these bytes called them, and that may be another unit.
    """

    file: File
    name: str


def take_in(uploads: Iterable["UploadedFile[bytes]"]) -> list[TakenIn]:
    """Judge files from outside by their content, then keep them: all of them, or none. Part of the caller's act.

    Raises the refusals of this room, for the first file that is not taken.
    """
    judged = [(upload, _judge(upload)) for upload in uploads]
    return [_keep(upload, kind) for upload, kind in judged]


def take_in_letter(upload: "UploadedFile[bytes]") -> TakenIn:
    """The same for the file of a letter that is no plain text: it goes to every unit. Raises the refusals of this room."""
    return _keep(upload, judge_letter(_read(upload, MOST_LETTER_BYTES), name=bare(upload.name or "")))


def take_in_signature(upload: "UploadedFile[bytes]") -> TakenIn:
    """The same for the picture of a signature. Raises the refusals of this room."""
    return _keep(upload, judge_signature(_read(upload), name=bare(upload.name or "")))


def take_in_emblem(upload: "UploadedFile[bytes]") -> TakenIn:
    """The same for an emblem, of which only what draws is kept. Raises the refusals of this room."""
    kind, data = judge_emblem(_read(upload), name=bare(upload.name or ""))
    name = fitting(upload.name or "", kind)
    return TakenIn(keep(data, name=name, type_=kind.type), name)


def _judge(upload: "UploadedFile[bytes]") -> Kind:
    return judge(_read(upload), name=bare(upload.name or ""))


def _keep(upload: "UploadedFile[bytes]", kind: Kind) -> TakenIn:
    name = fitting(upload.name or "", kind)
    return TakenIn(keep(_read(upload, MOST_LETTER_BYTES), name=name, type_=kind.type), name)


def _read(upload: "UploadedFile[bytes]", most: int = MOST_BYTES) -> bytes:
    """From its beginning; one byte more than the limit is enough to know."""
    upload.seek(0)
    data: bytes = upload.read(most + 1)
    return data
