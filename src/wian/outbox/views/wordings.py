from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.notices import WORDINGS, Wording
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.outbox.commands.reword import reword, set_back
from wian.outbox.forms import RewordForm
from wian.outbox.queries import (
    Words,
    last_rewording,
    original,
    places_of,
    preview,
    rewordings,
    wording_called,
)
from wian.outbox.refusals import NotReworded, UnknownPlace
from wian.outbox.rules import may_reword, unknown_places

# The button that only looks.
LOOK = "look"


@require_safe
def wordings_page(request: Request) -> HttpResponse:
    """Every kind of notice, with the words that it has now in the language of the page."""
    if not may_reword(request.actor):
        raise Http404
    language = get_language() or "th"
    own = {code: rewordings(code) for code, _name in settings.LANGUAGES}
    rows = [
        (
            wording,
            own[language].get(code) or original(code, language),
            [name for one, name in settings.LANGUAGES if code in own[one]],
        )
        for code, wording in WORDINGS.items()
    ]
    return render(request, "outbox/wordings.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
def wording_page(request: Request, code: str, language: str) -> HttpResponse:
    """Change the words of a kind of notice in one language: look at them filled first, then save."""
    wording = _door(request, code, language)
    own = rewordings(language).get(code)
    words = own or original(code, language)
    form = RewordForm(request.POST or None, initial={"subject": words.subject, "body": words.body})
    here = reverse("outbox:wording", args=[code, language])
    done = looked = None
    if LOOK in request.POST:
        looked = _looked(form, wording, language)
    else:
        done = act_on(
            request,
            form,
            lambda: reword(wording, language=language, **_typed(form), by=request.actor, at=clock.now()),
            to=here,
            said=_("Saved. These words are used from now on."),
        )
    page = {
        "form": form,
        "wording": wording,
        "language": language,
        "languages": settings.LANGUAGES,
        "places": places_of(wording, language),
        "own": own,
        "original": original(code, language),
        "last": last_rewording(wording, language),
        "looked": looked,
    }
    return done or render(request, "outbox/wording.html", page, status=409 if form.refused else 200)


@require_http_methods(["GET", "POST"])
def original_page(request: Request, code: str, language: str) -> HttpResponse:
    """Back to the original words, after one look at them."""
    wording = _door(request, code, language)
    if request.method == "GET" and code not in rewordings(language):
        raise NotReworded
    back = reverse("outbox:wording", args=[code, language])
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: set_back(wording, language=language, by=request.actor, at=clock.now()),
        to=back,
        said=_("The original words are used again."),
    )
    words = original(code, language)
    page = {
        "form": form,
        "heading": _("Back to the original words?"),
        "what_will_happen": _(
            "They are used from now on, for notices that stand on this site already too. E-mails that were sent stay as they are."
        ),
        "facts": [(_("Subject line"), words.subject), (_("Text"), linebreaksbr(words.body))],
        "action": _("Use the original words"),
        "cancel_url": back,
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)


def _door(request: Request, code: str, language: str) -> Wording:
    if not may_reword(request.actor) or language not in dict(settings.LANGUAGES):
        raise Http404
    return wording_called(code)


def _typed(form: RewordForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("subject", "body")}


def _looked(form: RewordForm, wording: Wording, language: str) -> Words | None:
    """What was typed, as somebody would read it; what cannot be filled is said as saving would say it."""
    if not form.is_valid():
        return None
    words = Words(**_typed(form))
    if places := unknown_places(wording, words.subject, words.body):
        form.refuse(UnknownPlace(places=places))
    return preview(wording, words, language)
