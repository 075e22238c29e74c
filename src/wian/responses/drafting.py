"""What is drafted, between the drafts of a unit and the forms of a page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256

from django.utils.translation import gettext as _

from wian.asks.models import Obligation
from wian.kit import clock
from wian.kit.actor import Actor
from wian.kit.forms import ActForm
from wian.kit.templatetags.kit import clock_time, date_time, digits
from wian.responses.commands.save_draft import Typed, who
from wian.responses.models import Draft
from wian.responses.queries.drafts import TEXT


class DraftedForm(ActForm):
    """A form whose text is kept while it is typed. `draft_name` is what its drafts are called; see `take_up`.

    Each field goes with a stamp, "3.9f86d081": the version of the draft that whoever types had before them, and its text in brief.
    """

    draft_name: str
    drafts: Mapping[str, Draft] = {}
    done: Mapping[str, int] = {}  # versions of those that have become an entry, by field
    posted: Mapping[str, str] = {}  # with the stamps of an earlier page, which still hold

    @property
    def drafted_fields(self) -> list[str]:
        return [name for name in self.fields if name != "key"]

    @property
    def on_page(self) -> Mapping[str, Typed]:
        """What stood in the fields of the posted form, and the versions of the drafts that it was typed over."""
        return {
            field: Typed(plain(self.data.get(field)), _version(self._posted_stamp(field)))
            for field in self.drafted_fields
        }

    @property
    def untouched(self) -> list[str]:
        """The fields of the posted form that stand as they were shown, and were shown as they are kept: no draft was in them."""
        return [
            field
            for field, one in self.on_page.items()
            if self._posted_stamp(field) == f"0.{_brief(one.text)}"
        ]

    def _posted_stamp(self, field: str) -> str:
        return str(self.data.get(stamp_of(field), ""))

    @property
    def is_drafted(self) -> bool:
        return any(draft.text for draft in self.drafts.values())

    @property
    def stamps(self) -> Iterator[tuple[str, str]]:
        """The name and the stamp of each field, for hidden inputs."""
        return ((stamp_of(field), self._stamp(field)) for field in self.drafted_fields)

    def _stamp(self, field: str) -> str:
        draft, text = self.drafts.get(field), plain(self[field].value())
        posted = self.posted.get(stamp_of(field), "")
        if posted and not (draft and draft.text == text):
            return posted
        version, known = (draft.version, draft.text) if draft else (self.done.get(field, 0), text)
        return f"{version}.{_brief(known)}"


def take_up(forms: Iterable[tuple[Obligation, DraftedForm]]) -> None:
    """Give each form what the unit has drafted for it. One statement at the most, however many forms.

    What was posted stays. So does the text of an answer given as a whole: the answer itself says it.
    """
    forms = list(forms)
    rows: dict[tuple[int, str], list[Draft]] = defaultdict(list)
    begun = [owed for owed, _form in forms if getattr(owed, "has_begun", True)]
    for draft in Draft.objects.filter(obligation__in=begun):
        rows[draft.obligation_id, draft.form].append(draft)
    for owed, form in forms:
        drafts = rows[owed.pk, form.draft_name]
        form.drafts = {draft.field: draft for draft in drafts if draft.standing}
        form.done = {draft.field: draft.version for draft in drafts if not draft.standing}
        if form.is_bound:
            form.posted = form.data
        elif form.draft_name != TEXT:
            form.initial.update({field: draft.text for field, draft in form.drafts.items()})


def saved(drafts: Iterable[Draft], *, by: Actor, at: datetime, entries: Iterable[datetime] = ()) -> str:
    """When something was last saved, drafted or as an entry, in words: by whom, if a colleague drafted it. Empty for nothing."""
    moments = [(draft.saved_at, draft.saved_by) for draft in drafts]
    moments += [(moment, who(by)) for moment in entries]
    if not moments:
        return ""
    last, by_whom = max(moments)
    time = digits(clock_time(last) if clock.day_of(last) == clock.day_of(at) else date_time(last))
    if by_whom == who(by):
        return _("Saved %(time)s") % {"time": time}
    return _("Saved %(time)s by %(who)s") % {"time": time, "who": by_whom}


def typed_in(posted: Mapping[str, str], fields: Iterable[str]) -> dict[str, Typed]:
    """What was typed into `fields`, of those that were posted and touched.

    A field is untouched while its text is the one its stamp stands for, or when the draft of somebody else was chosen for it.
    """
    typed = {}
    for field in fields:
        stamp = posted.get(stamp_of(field), "")
        text = plain(posted.get(field))
        if field not in posted or stamp.endswith(f".{_brief(text)}") or choice_of(field) in posted:
            continue
        typed[field] = Typed(text, _version(stamp))
    return typed


def stamp_of(field: str) -> str:
    return f"version-{field}"


def choice_of(field: str) -> str:
    """The name of the box that is ticked to take the text of somebody else."""
    return f"theirs-{field}"


def plain(value: object) -> str:
    """A text as it is kept: browsers end lines in two ways, and no database takes a NUL."""
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\0", "")


def _version(stamp: str) -> int:
    number = re.match(r"[0-9]{1,9}(?=\.|$)", stamp)
    return int(number[0]) if number else 0


def _brief(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
