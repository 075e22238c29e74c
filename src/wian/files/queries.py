from django.core.files.storage import default_storage

from wian.files.models import File


def bytes_of(file: File) -> bytes:
    """The bytes of `file`. Raises FileNotFoundError when the storage has lost them."""
    with default_storage.open(file.path, "rb") as stored:
        data: bytes = stored.read()
    return data
