"""Between the fields of the form and a paper."""

import re
from collections.abc import Mapping
from typing import Any

from saraban.paper import Annex, Meeting, OfficeCopy, Paper, Signatory, body_of, typed_of

PLAIN = ("urgency", "agency", "subject", "addressee", "closing")
LISTS = ("address", "references", "enclosures", "contact", "copies")
MEETING = ("session", "held_on", "place", "began", "ended")
PRESENT = ("present", "absent", "attending")
COPY = ("drafted", "typed", "checked")
# The heading over an annex that was given none.
UNTITLED = "เอกสารแนบท้าย"
Given = Mapping[str, Any]


def typed_of_paper(paper: Paper) -> dict[str, str]:
    """What somebody would type to get this paper, by field."""
    typed = {name: getattr(paper, name) for name in (*PLAIN, "salutation")}
    typed |= {name: "\n".join(getattr(paper, name)) for name in LISTS}
    typed |= {
        "body": typed_of(paper.body),
        "signer_name": paper.signatory.name,
        "signer_position": paper.signatory.position,
        "acting": paper.signatory.acting,
        "acting_for": paper.signatory.acting_for,
    }
    if meeting := paper.meeting:
        typed["meeting_title"] = meeting.title
        typed |= {name: getattr(meeting, name) for name in MEETING}
        typed |= {name: "\n".join(getattr(meeting, name)) for name in PRESENT}
        typed |= {"taker_name": meeting.taker.name, "taker_position": meeting.taker.position}
        typed |= {"checker_name": meeting.checker.name, "checker_position": meeting.checker.position}
    copy = paper.office_copy or OfficeCopy()
    typed |= {name: getattr(copy, name) for name in COPY}
    for at, annex in enumerate(paper.annexes, start=1):
        typed |= {f"annex_{at}_title": annex.title, f"annex_{at}_text": typed_of(annex.body)}
    return typed


def paper_typed(kind: str, given: Given) -> tuple[Paper, list[int]]:
    """The paper that was typed, and for each of its annexes the number of its fields."""

    def text(name: str) -> Any:
        return " ".join(str(given.get(name) or "").split())

    def lines(name: str) -> Any:
        rows = (" ".join(line.split()) for line in str(given.get(name) or "").splitlines())
        return tuple(row for row in rows if row)

    written = [
        at for at in range(1, _annexes(given) + 1) if text(f"annex_{at}_title") or text(f"annex_{at}_text")
    ]
    copy = OfficeCopy(*(text(name) for name in COPY))
    paper = Paper(
        kind=kind,
        **{name: text(name) for name in PLAIN} | {name: lines(name) for name in LISTS},
        salutation="ถึง" if kind == "stamped" else text("salutation") or "เรียน",
        body=body_of(str(given.get("body") or "")),
        signatory=Signatory(
            *(text(name) for name in ("signer_name", "signer_position", "acting", "acting_for"))
        ),
        annexes=tuple(
            Annex(text(f"annex_{at}_title") or UNTITLED, body_of(str(given.get(f"annex_{at}_text") or "")))
            for at in written
        ),
        meeting=Meeting(
            title=text("meeting_title"),
            **{name: text(name) for name in MEETING} | {name: lines(name) for name in PRESENT},
            taker=Signatory(text("taker_name"), text("taker_position")),
            checker=Signatory(text("checker_name"), text("checker_position")),
        )
        if kind == "minutes"
        else None,
        office_copy=copy if copy != OfficeCopy() else None,
    )
    return paper, written


def field_at(where: str, annexes: list[int]) -> str:
    """The field of the form that holds what stands at `where` in a paper (subject, annexes[0].body[2].text)."""
    first, *rest = re.split(r"\.", re.sub(r"\[(\d+)\]", r".\1", where))
    if first == "annexes" and rest:
        return f"annex_{annexes[int(rest[0])]}_{'title' if rest[1:] == ['title'] else 'text'}"
    if first == "signatory":
        return {"name": "signer_name", "position": "signer_position"}.get(rest[0], rest[0])
    if first == "meeting" and rest:
        return (
            "_".join(rest)
            if rest[0] in ("taker", "checker")
            else {"title": "meeting_title"}.get(rest[0], rest[0])
        )
    return rest[0] if first == "office_copy" and rest else first


def _annexes(given: Given) -> int:
    return sum(name.startswith("annex_") and name.endswith("_text") for name in given)
