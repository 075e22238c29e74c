from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from wian.asks.models import Ask
from wian.asks.queries import obligation_answered
from wian.kit.request import Request
from wian.responses.commands.nominate import nominate
from wian.responses.forms.names import NameForm
from wian.responses.views.answer import ids_of
from wian.responses.views.put_in import put_in


@require_http_methods(["GET", "POST"])
def name_person(request: Request, obligation: int) -> HttpResponse:
    """Add one name. When it is refused the answer page comes back, with everything that was typed."""
    owed = obligation_answered(obligation, request.actor, Ask.Kind.NOMINATE)
    form = NameForm(request.POST, auto_id=ids_of(owed))
    return put_in(
        request,
        owed,
        form,
        lambda at: nominate(owed, form.name, typed=form.on_page, by=request.actor, at=at),
        what=lambda: form.name.full,
    )
