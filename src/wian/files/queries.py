from django.core.files.base import File as Stream
from django.core.files.storage import default_storage

from wian.files.models import File


def opened(file: File) -> "Stream[bytes]":
    """The bytes of `file` as a stream; whoever opens it closes it. Raises FileNotFoundError when the storage has lost them."""
    return default_storage.open(file.path, "rb")


def bytes_of(file: File) -> bytes:
    """The bytes of `file`. Raises FileNotFoundError when the storage has lost them."""
    with opened(file) as stored:
        data: bytes = stored.read()
    return data
