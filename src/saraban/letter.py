"""What was read from a letter. Plain frozen values; every fact points back into the text it was read from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]
"""Code point offsets [start, end) into `Reading.text`."""

NOT_A_LETTER = "not-a-letter"
KINDS = ("memo", "external", "stamped", "order", "announcement", "report", "other", NOT_A_LETTER)
ASK_KINDS = ("nominate", "propose", "report", "attend", "acknowledge", "other")


@dataclass(frozen=True)
class Ask:
    """One thing that the letter asks of its reader.

    `what` is in the letter's words; `kind` one of `ASK_KINDS`. `deadline` without `deadline_time` means the end of
    that day; a deadline that gives no date (ภายใน ๗ วันทำการ, โดยด่วน) leaves only `deadline_phrase`.
    `minimum` and `maximum` count people, projects… per unit; None where the phrase leaves that side open.
    `span` is the whole paragraph or numbered point; `confidence` how sure the reader is of all this (0..1).
    """

    what: str
    kind: str
    deadline: dt.date | None
    deadline_time: dt.time | None
    deadline_phrase: str | None
    quota: str | None
    minimum: int | None
    maximum: int | None
    span: Span
    confidence: float = 1.0

    def to_json(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "kind": self.kind,
            "deadline": self.deadline.isoformat() if self.deadline else None,
            "deadline_time": self.deadline_time.strftime("%H:%M") if self.deadline_time else None,
            "deadline_phrase": self.deadline_phrase,
            "quota": self.quota,
        }


@dataclass(frozen=True)
class Quota:
    """How many (people first) one unit is asked for; `unit` as written, look-alike letters and all."""

    unit: str
    count: int
    span: Span


@dataclass(frozen=True)
class Pillar:
    """One main heading of a framework (เรื่องหลัก) and the issues (ประเด็น) under it."""

    title: str
    issues: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """A place where the text disagrees with itself. `what` is a stable code:

    quota, total, duplicate-unit, impossible-date, empty-annex, framework-count, open-range.
    """

    what: str
    here: str
    there: str


@dataclass(frozen=True)
class Reading:
    """Everything that was read from one text. A reading proposes; an officer confirms.

    `confidence` gives 0..1 and `spans` the places in `text` for each key that has a value.
    """

    text: str
    kind: str = NOT_A_LETTER
    agency: str | None = None
    phone: tuple[str, ...] = ()
    contact: str | None = None
    contact_phone: str | None = None
    links: tuple[str, ...] = ()
    number: str | None = None
    circular: bool = False
    date: dt.date | None = None
    subject: str | None = None
    addressee: str | None = None
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    urgency: str | None = None
    secrecy: str | None = None
    asks: tuple[Ask, ...] = ()
    deadlines: tuple[dt.date, ...] = ()
    quotas: tuple[Quota, ...] = ()
    recipients: tuple[str, ...] = ()
    framework: tuple[Pillar, ...] = ()
    signatory: str | None = None
    position: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @property
    def is_letter(self) -> bool:
        """False for a text that is no official paper; all its other fields are then empty."""
        return self.kind != NOT_A_LETTER

    def to_json(self) -> dict[str, Any]:
        """The reading as plain JSON values: dates as YYYY-MM-DD, None and [] where the text has none."""
        return {
            "kind": self.kind,
            "agency": self.agency,
            "phone": list(self.phone),
            "contact": self.contact,
            "links": list(self.links),
            "number": self.number,
            "circular": self.circular,
            "date": self.date.isoformat() if self.date else None,
            "subject": self.subject,
            "addressee": self.addressee,
            "references": list(self.references),
            "enclosures": list(self.enclosures),
            "urgency": self.urgency,
            "secrecy": self.secrecy,
            "asks": [ask.to_json() for ask in self.asks],
            "deadlines": [day.isoformat() for day in self.deadlines],
            "quotas": [{"unit": quota.unit, "count": quota.count} for quota in self.quotas],
            "recipients": list(self.recipients),
            "framework": [{"pillar": p.title, "issues": list(p.issues)} for p in self.framework],
            "signatory": self.signatory,
            "position": self.position,
            "conflicts": [{"what": c.what, "here": c.here, "there": c.there} for c in self.conflicts],
            "confidence": dict(self.confidence),
            "spans": {name: [list(span) for span in spans] for name, spans in self.spans.items()},
            "text": self.text,
        }
