"""What is told to whom: a room says it in its `notices.py`, the outbox delivers it.

RETURNED = Wording(code="responses.returned", …)
def returned(entry): yield Notice(wording=RETURNED, person=12, url="/responses/3/", facts={"unit": "กองคลัง"})
notify("responses.returned", returned)      # from the room's apps.py
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import translation

from wian.kit.refusal import Text
from wian.kit.templatetags.kit import clock_time, digits, ends_the_day, weekday_date

Fact = str | int | datetime
# What somebody wrote, and names with telephones: subject lines are read over many shoulders.
ONLY_IN_BODY = {"contact", "note", "reason", "remark"}
PLACE = re.compile(r"\{(\w+)\}")
WORDINGS: dict[str, "Wording"] = {}
# Event -> those who say what is told about it. An entry of the ledger goes in, notices come out.
Speak = Callable[[Any], Iterable["Notice"]]
_speakers: dict[str, list[Speak]] = defaultdict(list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one kind of notice, as they are until an owner rewords them.

    `when` tells who edits them when they are sent, and to whom. `subject` and `body` hold `{places}`, which are the
    names of `example`: the facts that every notice of the kind carries.
    """

    code: str
    when: Text
    subject: Text
    body: Text
    example: Mapping[str, Fact]

    def __post_init__(self) -> None:
        if WORDINGS.setdefault(self.code, self) is not self:
            raise TypeError(f"two wordings are called {self.code}")
        with translation.override("en"):
            if strange := self.strangers(str(self.subject), str(self.body)):
                raise TypeError(f"{self.code} has no {strange}")

    def strangers(self, subject: str, body: str = "") -> list[str]:
        """The places that no fact may fill there."""
        in_subject, in_body = set(PLACE.findall(subject)), set(PLACE.findall(body))
        return sorted((in_subject & ONLY_IN_BODY) | (in_subject | in_body) - self.example.keys())


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that one person (id) should hear, in the business of a unit (id), and the page it leads to.

    `post` (id) where only its holder may open the page.

    `mails`: worth an e-mail; without it the notice waits on the site. `facts` fill the places of the wording.
    """

    wording: Wording
    person: int
    url: str
    unit: int | None = None
    post: int | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    mails: bool = True


def notify(event: str, speak: Speak) -> None:
    """Have `speak` asked about every entry of `event`."""
    _speakers[event].append(speak)


def notices_of(entry: Any) -> list[Notice]:
    """Everything that is to be told about an entry of the ledger."""
    return [notice for speak in _speakers[entry.event] for notice in speak(entry)]


def told_events() -> set[str]:
    """The events that somebody hears of."""
    return {event for event, speakers in _speakers.items() if speakers}


def fill(text: str, facts: Mapping[str, Fact]) -> str:
    """`text` with the facts in its places, in the language that is active; an unknown place stays as it is."""

    def shown(place: re.Match[str]) -> str:
        fact = facts.get(place[1])
        if isinstance(fact, datetime):
            day = weekday_date(fact)
            return day if ends_the_day(fact) else f"{day} {clock_time(fact)}"
        if isinstance(fact, int):
            return digits(fact)
        return place[0] if fact is None else fact

    return PLACE.sub(shown, text)
