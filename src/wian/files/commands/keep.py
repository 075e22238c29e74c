from hashlib import sha256
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from wian.files.models import File
from wian.files.rules import kinds

TEXT = "text/plain; charset=utf-8"
PDF = kinds.PDF.type
DOCX = kinds.DOCX.type


def keep(data: bytes, *, name: str, type_: str) -> File:
    """Store `data` under its SHA-256 and answer its row; the same bytes are stored once.

    Bytes are written before the row, so a row never names bytes that are not there. Part of the caller's act.
    """
    digest = sha256(data).hexdigest()
    kept = File(sha256=digest, size=len(data), type=type_, name=PurePath(name).name[:200])
    if not _is_stored(kept):
        default_storage.delete(kept.path)
        default_storage.save(kept.path, ContentFile(data))
    return File.objects.get_or_create(
        sha256=digest, defaults={"size": kept.size, "type": kept.type, "name": kept.name}
    )[0]


def _is_stored(file: File) -> bool:
    """Whether all of it is there: a process that was stopped may have left a part of it."""
    return default_storage.exists(file.path) and default_storage.size(file.path) == file.size
