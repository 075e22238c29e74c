from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.queries import obligation_answered
from wian.circulars.queries import recipient_answered
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.kit.templatetags.kit import clock_time, digits
from wian.responses.commands.nominate import nominate
from wian.responses.forms import NameForm
from wian.responses.views.answer import answer_page


@require_http_methods(["GET", "POST"])
def name_person(request: Request, obligation: int) -> HttpResponse:
    """Add one name. When it is refused the answer page comes back, with everything that was typed."""
    owed = obligation_answered(obligation, request.actor)
    back = reverse("responses:answer", args=[owed.recipient_id])
    if request.method == "GET":  # after signing in again, or changing the language
        return redirect(back)
    form = NameForm(request.POST, auto_id=f"ask{owed.pk}_%s")
    at = clock.now()

    def said() -> str:
        return _("%(name)s has been added. Saved %(time)s") % {
            "name": form.name.full,
            "time": digits(clock_time(at)),
        }

    done = act_on(
        request, form, lambda: nominate(owed, form.name, by=request.actor, at=at), to=back, said=said
    )
    return done or answer_page(request, recipient_answered(owed.recipient_id, request.actor), form, owed)
