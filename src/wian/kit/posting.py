"""The one way from a posted form to an act."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wian.kit import logs
from wian.kit.forms import ActForm
from wian.kit.once import once
from wian.kit.refusal import Refusal, Text
from wian.kit.request import Request

# Marks a kept form on its way back to its page (`accounts.views.kept`): it is shown, it never acts.
KEPT = "kept"
# What to say when it is done; a function where that is known only then.
Said = Text | Callable[[], Text]
# Where to go then; a function of what the command made where that is known only then.
To = str | Callable[[Any], str]


def act_on(
    request: Request,
    form: ActForm,
    command: Callable[[], object],
    *,
    to: To,
    said: Said,
) -> HttpResponse | None:
    """Run `command` once for a valid posted form and lead on to `to`, saying what was done.

    None when there is nothing to run, it was refused, or a kept form comes back: the page shows the form again,
    with everything typed in it.
    """
    if request.method != "POST":
        return None
    if KEPT in request.POST:
        _show_again(request, form)
        return None
    if not form.is_valid():
        return None

    try:
        return _done(request, form, command, to, said)
    except Refusal as refusal:
        logs.refused(request, refusal)
        form.refuse(refusal, form.field_of.get(refusal.code))
        return None


def tap(request: Request, command: Callable[[], object], *, to: str, said: Said) -> HttpResponse:
    """Run `command` once for a single button. A refusal has nothing typed to keep: it gets a page of its own."""
    if KEPT in request.POST:
        return redirect(to)
    form = ActForm(request.POST)
    if not form.is_valid():
        raise BadRequest("the button carries no key")
    return _done(request, form, command, to, said)


def _done(request: Request, form: ActForm, command: Callable[[], object], to: To, said: Said) -> HttpResponse:
    ran = False

    def run() -> str:
        nonlocal ran
        made = command()
        ran = True
        return to(made) if callable(to) else to

    known = "" if callable(to) else to
    url = once(run, by=request.actor, key=form.once_key(request.path), url=known)
    if ran:
        messages.success(request, str(said() if callable(said) else said))
    else:
        messages.info(request, _("This had already been done; it was not done again."))
    return redirect(url)


def _show_again(request: Request, form: ActForm) -> None:
    messages.info(request, _("This is what you typed. Nothing has been saved or sent yet."))
    for bound in form.visible_fields():
        if bound.id_for_label:
            bound.field.widget.attrs["autofocus"] = True
            return
