from django.http import FileResponse
from django.views.decorators.http import require_safe

from wian.asks.queries.drafts import draft_of
from wian.files.queries import opened
from wian.kit.downloads import download
from wian.kit.request import Request


@require_safe
def original(request: Request, read_in: int) -> FileResponse:
    """The bytes that were read in, to compare the proposal with."""
    source = draft_of(read_in, request.actor).source
    return download(opened(source), name=source.name, type_=source.type)
