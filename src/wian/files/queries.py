from django.core.files.base import File as Stream
from django.core.files.storage import default_storage

from saraban.reading.sources import Source, source_of
from wian.files.models import File, FileText
from wian.files.rules.kinds import DOCX, LETTER_KINDS


def opened(file: File) -> "Stream[bytes]":
    """The bytes of `file` as a stream; whoever opens it closes it. Raises FileNotFoundError when the storage has lost them."""
    return default_storage.open(file.path, "rb")


def bytes_of(file: File) -> bytes:
    """The bytes of `file`. Raises FileNotFoundError when the storage has lost them."""
    with opened(file) as stored:
        data: bytes = stored.read()
    return data


def text_in(file: File) -> Source:
    """What `file` says. Raises saraban.Unreadable, and FileNotFoundError when the storage has lost its bytes."""
    quick = file.type == DOCX.type or file.type.startswith("text/")
    kept = None if quick else FileText.objects.filter(file=file).first()
    return Source(kept.text, kept.how) if kept else source_of(bytes_of(file))


def ending_of(file: File) -> str:
    """How a name of `file` ends, without the dot: by its type, txt for plain text."""
    return next((kind.endings[0] for kind in LETTER_KINDS if kind.type == file.type), "txt")
