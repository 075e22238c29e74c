"""The hands of a unit in the story, and its days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligations_of
from wian.asks.story import working_day
from wian.circulars.models import Circular, Recipient
from wian.directory.story import Cast
from wian.files.commands.take_in import take_in
from wian.kit import clock
from wian.kit.actor import Actor
from wian.responses.commands.attach import attach
from wian.responses.commands.nominate import nominate
from wian.responses.commands.propose import propose
from wian.responses.commands.save_draft import Typed, save_draft
from wian.responses.queries.drafts import TEXT
from wian.responses.story.names import names
from wian.responses.story.projects import projects


@dataclass(frozen=True, slots=True)
class Days:
    """Moments of the story, in working days since the letter went out; none lies after `now`."""

    sent: datetime
    now: datetime

    def __call__(self, day: int, hour: int, minute: int = 0) -> datetime:
        on = working_day(clock.day_of(self.sent), day)
        return min(datetime.combine(on, time(hour, minute), tzinfo=clock.BANGKOK), self.now)


@dataclass(frozen=True, slots=True)
class Hands:
    """One unit with what it owes for one letter, by kind, and the two people who work there."""

    recipient: Recipient
    owed: Mapping[str, Obligation]
    head: Actor
    preparer: Actor

    @property
    def name(self) -> str:
        return self.recipient.unit.name

    def name_people(self, at: datetime) -> None:
        for name in names(self.name):
            nominate(self.owed[Ask.Kind.NOMINATE], name, by=self.preparer, at=at)

    def propose(self, at: datetime, which: slice = slice(None)) -> None:
        """Propose the unit's projects, or some of them."""
        for project in list(projects(self.name, self.recipient.circular.initiative))[which]:
            propose(self.owed[Ask.Kind.PROPOSE], project, by=self.preparer, at=at)

    def write(self, kind: str, text: str, at: datetime, over: int = 0) -> None:
        """Write the text of an answer, over the version that stands there."""
        save_draft(self.owed[kind], TEXT, {TEXT: Typed(text, over)}, by=self.preparer, at=at)

    def attach(self, kind: str, name: str, lines: Sequence[str], at: datetime) -> None:
        """Attach a Word file with these lines; the first is its heading."""
        [taken] = take_in([SimpleUploadedFile(f"{name}.docx", _paper(lines))])
        attach(self.owed[kind], taken.file, name=taken.name, by=self.preparer, at=at)


def hands_of(circular: Circular, cast: Cast) -> dict[str, Hands]:
    """The units that a letter went to, by name."""
    rows = Recipient.objects.filter(circular=circular)
    recipients = list(rows.select_related("unit", "circular__letter", "circular__initiative__owner__unit"))
    owed: dict[int, dict[str, Obligation]] = {recipient.pk: {} for recipient in recipients}
    for row in obligations_of(*recipients):
        owed[row.recipient_id][row.ask.kind] = row
    return {
        (name := recipient.unit.name): Hands(
            recipient, owed[recipient.pk], cast.heads[name], cast.preparers[name]
        )
        for recipient in recipients
    }


def _paper(lines: Sequence[str]) -> bytes:
    paper = Document()
    paper.add_heading(lines[0], level=1)
    for line in lines[1:]:
        paper.add_paragraph(line)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()
