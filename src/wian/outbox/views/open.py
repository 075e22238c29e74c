from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wian.kit import clock
from wian.kit.request import CAPACITY, Request
from wian.outbox.commands.read import read
from wian.outbox.queries import notice_to, notices_to, office_for


@require_safe
def open_notice(request: Request, notice: int) -> HttpResponse:
    """Mark a notice as read, and lead to what it tells of, in the office whose business that is. E-mails link here."""
    told = notice_to(notice, request.actor)
    read(notices_to(request.actor).filter(pk=told.pk), at=clock.now())
    office = office_for(told, request.actor, request.offices)
    if office != request.actor:
        request.session[CAPACITY] = office.key
        messages.info(
            request, _("This is the business of another office: you now act as %s.") % office.office
        )
    return redirect(told.url)
