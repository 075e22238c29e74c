from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wian.asks.models import Ask, Obligation
from wian.directory.queries import heads_of, staff_of
from wian.initiatives.models import Issue
from wian.initiatives.queries import issues_of
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.request import Request
from wian.responses.commands.submit import digest_shown
from wian.responses.drafting import saved, take_up
from wian.responses.forms.answer import FilesForm, TextForm
from wian.responses.forms.names import NameForm
from wian.responses.forms.projects import ProjectForm
from wian.responses.queries import Part, answer_prepared
from wian.responses.queries.drafts import TEXT
from wian.responses.rules import may_sign

Entry = NameForm | ProjectForm | TextForm


@dataclass(frozen=True, slots=True)
class Card:
    """One ask on the page: what is in, the form that takes more, and the one that takes files."""

    part: Part
    entry: Entry | None
    files: FilesForm | None
    is_next: bool  # the first that is not complete

    @property
    def is_unfolded(self) -> bool:
        return self.is_next or bool(self.entry and (self.entry.is_bound or self.entry.is_drafted))

    @property
    def is_written(self) -> bool:
        """Does its text stand in the form?"""
        return isinstance(self.entry, TextForm)

    @property
    def may_say_nothing(self) -> bool:
        """Is nothing in that the unit could have?"""
        owed = self.part.obligation
        return owed.is_open and not owed.is_answered and owed.ask.kind != Ask.Kind.ACKNOWLEDGE


@require_safe
def answer(request: Request, recipient: int) -> HttpResponse:
    """The unit's one page for a letter: what is asked, what is in, what is missing, and how to sign and send it."""
    return answer_page(request, recipient)


def card_of(obligation: Obligation) -> str:
    """Where one ask stands on the page."""
    return f"{reverse('responses:answer', args=[obligation.recipient_id])}#ask-{obligation.pk}"


def ids_of(obligation: Obligation) -> str:
    """How the fields of one ask are told apart from those of the others."""
    return f"ask{obligation.pk}_%s"


def answer_page(
    request: Request,
    recipient: int,
    typed: Entry | FilesForm | None = None,
    owed: Obligation | None = None,
) -> HttpResponse:
    """The page; with the form that could not be acted on, and the obligation it was typed for. Raises Http404."""
    at = clock.now()
    on = clock.day_of(at)
    found = answer_prepared(recipient, request.actor, at=at)
    addressed = found.recipient
    if not found.parts:  # sent for information
        return redirect("circulars:letter", addressed.circular_id)
    has_projects = any(part.obligation.ask.kind == Ask.Kind.PROPOSE for part in found.parts)
    framework = list(issues_of(addressed.circular.initiative)) if has_projects else []
    next_ = next(iter(found.lacking), None)

    def card(part: Part) -> Card:
        mine = typed if owed and owed.pk == part.obligation.pk else None
        files = mine if isinstance(mine, FilesForm) else _files(part)
        entry = mine if mine and not isinstance(mine, FilesForm) else _entry(part, framework)
        return Card(part, entry, files, part is next_)

    cards = [card(part) for part in found.parts]
    entries = [(card.part.obligation, card.entry) for card in cards if card.entry]
    take_up(entries)
    signer = next((office for office in request.offices if may_sign(office, addressed)), None)
    is_sole = bool(signer and found.ready) and staff_of(addressed.unit_id, on=on) == 1
    page = {
        "answer": found,
        "recipient": addressed,
        "cards": cards,
        "saved": saved(
            [draft for _owed, entry in entries for draft in entry.drafts.values()],
            by=request.actor,
            at=at,
            entries=[item.added_at for part in found.parts if part.is_open for item in part.items],
        ),
        "framework": framework,
        "typed": typed,
        "once": ActForm(auto_id=False),
        "left": [owed for owed, entry in entries if entry.is_drafted and entry.draft_name != TEXT],
        "signer": signer,
        "is_sole": is_sole,
        "seen": digest_shown(found) if is_sole else "",
        "heads": heads_of(addressed.unit_id, on=on) if found.is_presented else [],
        "sign_url": request.build_absolute_uri(reverse("responses:sign_off", args=[addressed.pk])),
    }
    status = 200 if typed is None else 409 if typed.refused else 422
    return render(request, "responses/answer.html", page, status=status)


def _entry(part: Part, framework: Sequence[Issue]) -> Entry | None:
    """The form that takes what this ask wants, while the unit may put it in."""
    owed, kind = part.obligation, part.obligation.ask.kind
    if kind == Ask.Kind.NOMINATE:
        return NameForm(auto_id=ids_of(owed)) if part.may_add else None
    if kind == Ask.Kind.PROPOSE:
        return ProjectForm(auto_id=ids_of(owed), issues=framework) if part.may_add else None
    if kind == Ask.Kind.ACKNOWLEDGE or not part.may_write:
        return None
    return TextForm(auto_id=ids_of(owed), kind=kind, initial={"text": part.text})


def _files(part: Part) -> FilesForm | None:
    takes = part.obligation.may_be_added_to and part.room_for_files
    return FilesForm(auto_id=ids_of(part.obligation)) if takes else None
