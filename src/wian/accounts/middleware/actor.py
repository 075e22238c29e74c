"""Request -> Actor: the one place where a sign-in becomes a capacity."""

from collections.abc import Callable

from django.http import HttpResponse

from wian.accounts.models import Account
from wian.accounts.queries import offices_open_to
from wian.kit import clock
from wian.kit.actor import Actor
from wian.kit.request import CAPACITY, Request

NO_OFFICE = Actor(key="no-office", title="")
Respond = Callable[[Request], HttpResponse]


def actor(get_response: Respond) -> Respond:
    """Give the request its actor: the capacity chosen in this session, else the person's own post."""

    def respond(request: Request) -> HttpResponse:
        if isinstance(request.user, Account):
            request.offices = offices_open_to(request.user, on=clock.today())
            chosen = request.session.get(CAPACITY)
            first = request.offices[0] if request.offices else NO_OFFICE
            request.actor = next((office for office in request.offices if office.key == chosen), first)
        return get_response(request)

    return respond
