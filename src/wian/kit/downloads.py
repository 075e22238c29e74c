"""Files on their way out: always saved, never shown as a page of this site."""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from django.http import FileResponse, StreamingHttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header

Saved = TypeVar("Saved", bound=StreamingHttpResponse)


def download(stream: Any, *, name: str, type_: str) -> FileResponse:
    """Send what `stream` reads, to be saved as `name`; the response closes the stream.

    `name` may hold anything: what cannot stand in the name of a file becomes a hyphen.
    """
    return _only_saved(FileResponse(stream, as_attachment=True, filename=_saved_as(name), content_type=type_))


def flow(pieces: Iterable[bytes], *, name: str, type_: str) -> StreamingHttpResponse:
    """Send `pieces` as they are made, to be saved as `name`: nobody holds all of it."""
    response = StreamingHttpResponse(pieces, content_type=type_)
    response.headers["Content-Disposition"] = content_disposition_header(True, _saved_as(name))
    return _only_saved(response)


def _saved_as(name: str) -> str:
    return re.sub(r"[\\/:\x00-\x1f\x7f]+", "-", name)


def _only_saved(response: Saved) -> Saved:
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, no_cache=True)
    return response
