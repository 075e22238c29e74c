"""From a name or a project back to the sentence of the letter that asked for it, along the ledger."""

from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from wian.circulars.queries import Words, circulars_read_by, paragraphs_of, recipients_answered_by
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.models import Entry
from wian.ledger.queries import firsts_about, lineage_of
from wian.responses.events import Submitted
from wian.responses.models import Attachment, Item, Nomination, OnBehalfEntry, Proposal, Submission

# What entries name, by the word they name it with: its model, and its page (a URL name; empty: none yet).
ITEMS: dict[str, tuple[type[Item], str]] = {
    "nomination": (Nomination, "responses:lineage"),
    "proposal": (Proposal, "responses:project_lineage"),
    "attachment": (Attachment, ""),
}


@dataclass(frozen=True, slots=True)
class Lineage:
    """What led to an item, the latest entry first; its initiative stands at the end.

    `sent` is the entry of `submission`, by which the item left the unit. `passage` is the sentence that asked for
    the item, marked, with the paragraphs around it.
    """

    entries: tuple[Entry, ...]
    sent: Entry | None
    submission: Submission | None
    passage: tuple[list[Words], ...]

    @property
    def on_behalf(self) -> OnBehalfEntry | None:
        return getattr(self.submission, "on_behalf", None)


def item_of(entry: Entry) -> tuple[str, int] | None:
    """The item that an entry names, if it names one: its kind, and its number."""
    fields = entry.fields
    if "item" in fields:
        kind, number = fields["item"].split(":")
        return kind, int(number)
    return next(((kind, fields[kind]) for kind in ITEMS if kind in fields), None)


def items_read_by(kind: str, actor: Actor) -> QuerySet[Item]:
    """Items that the actor may read: the unit's people all of theirs, those who follow the campaign what stands as sent."""
    model, _ = ITEMS[kind]
    mine = Q(response__obligation__recipient__in=recipients_answered_by(actor).values("pk"))
    followed = circulars_read_by(actor).values("pk")
    sent = Q(response__obligation__ask__circular__in=followed, sent_at__isnull=False)
    rows: QuerySet[Item] = model._default_manager.filter(mine | sent)
    return rows


def item_read(kind: str, item: int, actor: Actor) -> Item:
    """Door to a name or a project. Raises Http404 for whoever may not read it."""
    rows = items_read_by(kind, actor).select_related(
        "response__obligation__ask__circular__letter",
        "response__obligation__ask__circular__initiative",
        "response__obligation__recipient__unit",
    )
    return get_object_or_404(rows, pk=item)


def lineage(kind: str, item: Item) -> Lineage:
    """The lineage of what came through the door. A constant number of statements, however long its history."""
    owed = item.response.obligation
    campaign = owed.ask.circular
    about = Entry.objects.filter(about=str(Ref("asks.obligation", owed.pk))).order_by("seq")
    own = [entry for entry in about if item_of(entry) == (kind, item.pk)]
    submission = _submission_of(item)
    sent = _entry_of(submission) if submission else None
    began = firsts_about([str(Ref("initiatives.initiative", campaign.initiative_id))])
    entries = {*own, *lineage_of(own[0]), *([sent] if sent else [])}.difference(began)
    return Lineage(
        (*sorted(entries, key=attrgetter("seq"), reverse=True), *began),
        sent,
        submission,
        _around(list(paragraphs_of(campaign.letter.text, owed.ask.start, owed.ask.end))),
    )


def _submission_of(item: Item) -> Submission | None:
    """The one by which it left the unit; for what the owner typed in from a file, the one that the file came with."""
    if item.sent_at is None:
        return None
    unit = item.response.obligation.recipient_id
    rows = Submission.objects.filter(recipient=unit, at__lte=item.sent_at)
    return rows.select_related("signature", "on_behalf").order_by("-number").first()


def _entry_of(submission: Submission) -> Entry | None:
    about = str(Ref("circulars.recipient", submission.recipient_id))
    rows = Entry.objects.filter(about=about, event=Submitted.name)
    return next((entry for entry in rows if entry.fields["submission"] == submission.pk), None)


def _around(paragraphs: list[list[Words]]) -> tuple[list[Words], ...]:
    """The marked paragraphs with the one before and the one after."""
    marked = [order for order, words in enumerate(paragraphs) if any(run.marked for run in words)]
    return tuple(paragraphs[max(min(marked) - 1, 0) : max(marked) + 2]) if marked else ()
