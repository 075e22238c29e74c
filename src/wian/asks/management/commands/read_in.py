import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.db import transaction
from django.utils import translation

from wian.accounts.queries import offices_called
from wian.asks.commands.launch import Campaign
from wian.asks.commands.launch import launch as launch_campaign
from wian.asks.commands.read_in import proposed, save_draft
from wian.asks.corrections import corrected
from wian.asks.proposal import Proposal
from wian.asks.queries.drafts import source_in
from wian.asks.refusals import WHY_UNREADABLE, FileUnreadable, MayNotLaunch
from wian.asks.rules import may_launch
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE, Actor
from wian.kit.command import REFUSED
from wian.kit.command import Command as Base
from wian.kit.refusal import Refusal

UNREADABLE = 2


class Command(Base):
    help = "Read an official letter in: keep it as a draft, or launch it as a campaign."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the letter: Word, PDF, a picture or plain text")
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--dry-run", action="store_true", help="show the campaign proposed, keep nothing")
        how.add_argument("--launch", action="store_true", help="launch it now")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
        parser.add_argument("--title", default="", help="of the initiative (default: the letter's subject)")
        parser.add_argument(
            "--as", dest="user", metavar="USER", help="act as this user (default: the command line)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        say = self.as_json if options["json"] else self.in_words
        with translation.override("th"):  # the questions quote the letter, and are kept with it
            try:
                say(self.read_in(**options))
            except Refusal as refusal:
                code = UNREADABLE if isinstance(refusal, FileUnreadable) else REFUSED
                if not options["json"]:
                    self.refuse(refusal, code)
                said = {"refusal": refusal.code, "message": refusal.message, "remedy": refusal.what_now}
                self.as_json(said)
                sys.exit(code)

    def read_in(
        self, *, file: Path, dry_run: bool, launch: bool, title: str, user: str | None, **others: Any
    ) -> dict[str, Any]:
        at, by = clock.now(), self.actor(user)
        try:
            data = file.read_bytes()
        except OSError as error:
            raise FileUnreadable(file=file.name, why=WHY_UNREADABLE["missing"]) from error
        source = source_in(data, name=file.name)
        proposal = proposed(source, name=file.name)
        campaign = None
        if not dry_run:
            with transaction.atomic():  # a refused launch leaves no draft behind that was not there before
                draft = save_draft(data, name=file.name, title=title, post=by.post, at=at, source=source)
                proposal = corrected(proposal.reading, draft.corrections)
                campaign = launch_campaign(draft, proposal, by=by, at=at) if launch else None
            title = draft.title
        return report(proposal, title=title, warnings=proposal.warnings(at), campaign=campaign)

    def actor(self, user: str | None) -> Actor:
        if not user:
            return COMMAND_LINE
        offices = offices_called(user, on=clock.today())
        if not offices:
            raise MayNotLaunch(user=user)
        return next((office for office in offices if may_launch(office)), offices[0])

    def as_json(self, said: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(said, ensure_ascii=False, indent=2))

    def in_words(self, campaign: dict[str, Any]) -> None:
        letter = campaign["circular"]
        lines = [
            campaign["initiative"],
            f"{letter['number'] or '-'}  {letter['date'] or '-'}  {letter['subject']}",
            f"units: {campaign['units']}  seats: {campaign['seats']}",
            *(f"ask: {ask['kind']}  due {ask['deadline'] or '-'}" for ask in campaign["asks"]),
            *(f"? {question['what']} -> {question['proposed']}" for question in campaign["questions"]),
            *(f"! {warning}" for warning in campaign["warnings"]),
            *(f"+ {unit}" for unit in campaign["created_units"]),
        ]
        self.stdout.write("\n".join(lines))


def report(
    proposal: Proposal, *, title: str, warnings: list[str], campaign: Campaign | None
) -> dict[str, Any]:
    """What was read, as the one object that `--json` prints. Dates are ISO 8601, deadlines in Bangkok's time."""
    reading = proposal.reading
    return {
        "initiative": title or reading.subject,
        "circular": {
            "number": reading.number,
            "date": reading.date.isoformat() if reading.date else None,
            "subject": reading.subject,
        },
        "units": len(proposal.units),
        "asks": [
            {"kind": ask.kind, "deadline": ask.due_at.isoformat() if ask.due_at else None}
            for ask in proposal.asks
        ],
        "seats": proposal.seats,
        "conflicts": [asdict(conflict) for conflict in reading.conflicts],
        "questions": [{"what": one.what, "proposed": one.proposed} for one in proposal.questions],
        "warnings": warnings,
        "created_units": list(campaign.created_units) if campaign else [],
    }
