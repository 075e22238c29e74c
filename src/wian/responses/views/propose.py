from django.http import HttpResponse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_http_methods

from wian.asks.models import Ask
from wian.asks.queries import obligation_answered
from wian.initiatives.queries import issues_of
from wian.kit.request import Request
from wian.responses.commands.propose import propose
from wian.responses.forms.projects import ProjectForm
from wian.responses.views.answer import ids_of
from wian.responses.views.put_in import put_in


@require_http_methods(["GET", "POST"])
def propose_project(request: Request, obligation: int) -> HttpResponse:
    """Add one project, complete or not. When it is refused the answer page comes back, with everything that was typed."""
    owed = obligation_answered(obligation, request.actor, Ask.Kind.PROPOSE)
    framework = SimpleLazyObject(lambda: list(issues_of(owed.recipient.circular.initiative)))
    form = ProjectForm(request.POST, auto_id=ids_of(owed), issues=framework)
    return put_in(
        request,
        owed,
        form,
        lambda at: propose(owed, form.project, typed=form.on_page, by=request.actor, at=at),
        what=lambda: form.project.title,
    )
