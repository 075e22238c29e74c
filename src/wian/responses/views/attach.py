from datetime import datetime

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wian.asks.queries import obligation_answered
from wian.files.commands.take_in import take_in
from wian.files.queries import opened
from wian.kit import clock
from wian.kit.downloads import download
from wian.kit.request import Request
from wian.responses.commands.attach import attach, detach
from wian.responses.forms.answer import FilesForm
from wian.responses.models import Attachment
from wian.responses.queries import attachment_read, item_answered
from wian.responses.views.answer import card_of, ids_of
from wian.responses.views.put_in import put_in
from wian.responses.views.taps import tapped


@require_http_methods(["GET", "POST"])
def attach_files(request: Request, obligation: int) -> HttpResponse:
    """Attach what was chosen: all of it, or none, and then it says which file is not taken and why."""
    owed = obligation_answered(obligation, request.actor)
    form = FilesForm(request.POST, request.FILES, auto_id=ids_of(owed))

    def attach_each(at: datetime) -> None:
        for taken in take_in(form.cleaned_data["files"]):
            attach(owed, taken.file, name=taken.name, by=request.actor, at=at)

    def names() -> str:
        return ", ".join(file.name or "" for file in form.cleaned_data["files"])

    return put_in(request, owed, form, attach_each, what=names)


@require_http_methods(["GET", "POST"])
def detach_file(request: Request, attachment: int) -> HttpResponse:
    """Take a file out again that was not sent."""
    attached = item_answered(Attachment, attachment, request.actor)
    return tapped(
        request,
        lambda: detach(attached, by=request.actor, at=clock.now()),
        to=card_of(attached.response.obligation),
        said=_("“%(file)s” has been removed.") % {"file": attached},
    )


@require_safe
def attached_file(request: Request, attachment: int) -> FileResponse:
    """A file of an answer, for the unit and, once it was sent, for those who follow the campaign."""
    attached = attachment_read(attachment, request.actor)
    return download(opened(attached.file), name=attached.name, type_=attached.file.type)
