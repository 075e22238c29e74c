from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.directory.models import Role
from wian.directory.queries import units_under
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.commands.set_certificate import set_certificate
from wian.letters.forms.emblem import CertificateForm
from wian.letters.queries.issued import certificates_under


@require_http_methods(["GET", "POST"])
def certificate(request: Request) -> HttpResponse:
    """The certificate that seals the papers of a unit; for administrators."""
    if not request.actor.is_any(Role.ADMINISTRATOR):
        raise Http404
    form = CertificateForm(request.POST or None, request.FILES or None, units=units_under(request.actor))
    done = act_on(
        request,
        form,
        lambda: set_certificate(
            form.cleaned_data["unit"],
            form.cleaned_data["file"],
            passphrase=form.cleaned_data["passphrase"],
            name=form.name,
            by=request.actor,
            at=clock.now(),
        ),
        to=reverse("letters:certificate"),
        said=_("The certificate is set."),
    )
    page = {"form": form, "certificates": certificates_under(request.actor)}
    return done or render(request, "letters/certificate.html", page, status=409 if form.refused else 200)
