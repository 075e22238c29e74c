"""What is typed is kept while it is typed: it takes no place and is in no ledger. The first time, the letter is received by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from wian.asks.commands.move import set_whole
from wian.asks.models import Obligation
from wian.asks.states import ObligationState
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.responses.commands.begin import begin, is_unit
from wian.responses.commands.settle import settle
from wian.responses.models import Draft, Response
from wian.responses.queries.drafts import TEXT
from wian.responses.refusals import TextTooLong

LONGEST = 100_000  # letters in one field


@dataclass(frozen=True, slots=True)
class Typed:
    """A field as somebody left it, and the version of the draft that they had before them (0: none)."""

    text: str
    over: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of it: the drafts as they stand by field, and those in which somebody else's text stands instead."""

    drafts: Mapping[str, Draft]
    conflicts: Mapping[str, Draft]


@act
def save_draft(
    obligation: Obligation, form: str, typed: Mapping[str, Typed], *, by: Actor, at: datetime
) -> Saved:
    """Keep what was typed into `form`. Who would overwrite a text that they have not seen gets it told, and nothing is overwritten.

    The text of an answer given as a whole is kept in the answer itself. Raises TextTooLong; AnswerClosed, AskClosed for that one.
    """
    if any(len(one.text) > LONGEST for one in typed.values()):
        raise TextTooLong(max=LONGEST)
    begin(obligation, by=by, at=at)
    drafts: dict[str, Draft] = {}
    conflicts: dict[str, Draft] = {}
    for field, one in typed.items():
        draft = _save(obligation, form, field, one, who(by), at)
        (drafts if draft.text == one.text else conflicts)[field] = draft
    if any(one.text for one in typed.values()):
        Obligation.objects.filter(pk=obligation.pk, state=ObligationState.PENDING).update(
            state=ObligationState.DRAFT
        )
    if form == TEXT and TEXT in drafts and not obligation.ask.is_counted:
        _answer(obligation, drafts[TEXT].text)
    return Saved(drafts, conflicts)


def who(by: Actor) -> str:
    """Who typed, as colleagues read it."""
    return f"{by.name} {by.title}"


def _answer(obligation: Obligation, text: str) -> None:
    """Saving what stands already changes nothing: an answer that was put before the head stays there."""
    other = Response.objects.filter(pk=obligation.pk).exclude(text=text)
    if other.exists():
        set_whole(obligation, there=bool(text.strip()))
        other.update(text=text)
        if not text.strip():
            settle(obligation)


def write_text(obligation: Obligation, text: str, *, by: Actor, at: datetime) -> None:
    """Put down the text of an answer given as a whole, over whatever stood there. Raises AnswerClosed, AskClosed."""
    begin(obligation, by=by, at=at)
    draft = Draft.objects.filter(obligation=obligation, form=TEXT, field=TEXT).first()
    _save(obligation, TEXT, TEXT, Typed(text, draft.version if draft else 0), who(by), at)
    _answer(obligation, text)


def _save(obligation: Obligation, form: str, field: str, typed: Typed, who: str, at: datetime) -> Draft:
    """The draft as it stands afterwards: with the text that was typed, or with what stood there unseen."""
    fresh = {"text": typed.text, "saved_by": who, "saved_at": at, "standing": True}
    draft, made = Draft.objects.get_or_create(obligation=obligation, form=form, field=field, defaults=fresh)
    is_late = not draft.standing and draft.version != typed.over
    if not made and is_late and (draft.text, draft.saved_by) == (typed.text, who):
        return draft  # the same hand, a moment after it had become an entry
    # Where nothing stands nothing is overwritten.
    if not made and (draft.version == typed.over or not draft.text or not draft.standing):
        for name, value in {**fresh, "version": draft.version + 1}.items():
            setattr(draft, name, value)
        draft.save()
    return draft


def forget_draft(obligation: Obligation, form: str, typed: Mapping[str, Typed] | None, *, by: Actor) -> None:
    """What was drafted has become an entry, of which `typed` was on the page (None: there was no page). Part of the caller's act.

    What was drafted since, and did not stand on that page, stays. What the owner writes for a unit touches no draft of it.
    """
    if not is_unit(by, obligation):
        return

    def is_done(draft: Draft) -> bool:
        if typed is None:
            return draft.saved_by == who(by)
        one = typed.get(draft.field)
        return one is not None and (draft.version <= one.over or draft.text == one.text)

    standing = Draft.objects.filter(obligation=obligation, form=form, standing=True)
    done = [draft.pk for draft in standing if is_done(draft)]
    Draft.objects.filter(pk__in=done).update(standing=False, version=F("version") + 1)
