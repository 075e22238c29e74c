"""Files on their way out: always saved, never shown as a page of this site."""

import re
from typing import Any

from django.http import FileResponse
from django.utils.cache import patch_cache_control


def download(stream: Any, *, name: str, type_: str) -> FileResponse:
    """Send what `stream` reads, to be saved as `name`; the response closes the stream.

    `name` may hold anything: what cannot stand in the name of a file becomes a hyphen.
    """
    saved_as = re.sub(r"[\\/:\x00-\x1f\x7f]+", "-", name)
    response = FileResponse(stream, as_attachment=True, filename=saved_as, content_type=type_)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, no_cache=True)
    return response
