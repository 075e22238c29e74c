from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wian.directory.models import Unit
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on, tap
from wian.kit.request import Request
from wian.letters.commands.cancel_number import cancel_number
from wian.letters.commands.give_received_number import give_received_number
from wian.letters.commands.note_action import note_action
from wian.letters.commands.register_by_hand import register_by_hand
from wian.letters.commands.reserve_number import reserve_number
from wian.letters.forms.register import ActionForm, EnterForm, ReasonForm, ReserveForm
from wian.letters.queries.registers import entry_kept, incoming_kept, number_text, unit_registered
from wian.letters.rules import may_number


@require_http_methods(["GET", "POST"])
def enter(request: Request) -> HttpResponse:
    """Enter a letter that came from outside in the unit's register of letters received."""
    unit = _numbered(request)
    form = EnterForm(request.POST or None, request.FILES or None)
    done = act_on(
        request,
        form,
        lambda: register_by_hand(
            unit,
            **{name: form.cleaned_data[name] for name in ("subject", "sender", "number", "on", "recipient")},
            upload=form.cleaned_data["file"],
            by=request.actor,
            at=clock.now(),
        ),
        to=reverse("letters:register"),
        said=_("Entered in the register, with its number."),
    )
    return done or _page(
        request, form, _("Enter a letter received"), _("Enter"), "letters:register", files=True
    )


@require_http_methods(["GET", "POST"])
def reserve(request: Request) -> HttpResponse:
    """Reserve a number of the unit's, with the reason."""
    unit = _numbered(request)
    form = ReserveForm(request.POST or None, initial={"on": clock.today()})
    done = act_on(
        request,
        form,
        lambda: reserve_number(
            unit,
            form.cleaned_data["kind"],
            on=form.cleaned_data["on"],
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=clock.now(),
        ),
        to=reverse("letters:register_out"),
        said=_("The number is reserved."),
    )
    return done or _page(request, form, _("Reserve a number"), _("Reserve"), "letters:register_out")


@require_http_methods(["GET", "POST"])
def cancel(request: Request, entry: int) -> HttpResponse:
    """Give a reserved number up, with the reason."""
    reserved = entry_kept(entry, request.actor)
    form = ReasonForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: cancel_number(reserved, reason=form.cleaned_data["reason"], by=request.actor, at=clock.now()),
        to=reverse("letters:register_out"),
        said=_("The number is cancelled."),
    )
    heading = _("Cancel number %(number)s") % {"number": number_text(reserved)}
    return done or _page(request, form, heading, _("Cancel the number"), "letters:register_out", danger=True)


@require_POST
def give_number(request: Request, incoming: int) -> HttpResponse:
    """Give a letter in the register its running number."""
    row = incoming_kept(incoming, request.actor)
    return tap(
        request,
        lambda: give_received_number(row, by=request.actor, at=clock.now()),
        to=reverse("letters:register"),
        said=_("The letter has its register number."),
    )


@require_http_methods(["GET", "POST"])
def action(request: Request, incoming: int) -> HttpResponse:
    """Note what became of a letter received."""
    row = incoming_kept(incoming, request.actor)
    form = ActionForm(request.POST or None, initial={"action": row.action})
    done = act_on(
        request,
        form,
        lambda: note_action(row, action=form.cleaned_data["action"], by=request.actor, at=clock.now()),
        to=reverse("letters:register"),
        said=_("Noted in the register."),
    )
    return done or _page(request, form, row.letter.subject, _("Save"), "letters:register")


def _numbered(request: Request) -> Unit:
    unit = unit_registered(request.actor)
    if not may_number(request.actor, unit):
        raise Http404
    return unit


def _page(
    request: Request,
    form: ActForm,
    heading: str,
    act: str,
    back: str,
    *,
    files: bool = False,
    danger: bool = False,
) -> HttpResponse:
    page = {
        "form": form,
        "heading": heading,
        "action": act,
        "cancel_url": reverse(back),
        "files": files,
        "danger": danger,
    }
    return render(request, "letters/register_form.html", page, status=409 if form.refused else 200)
