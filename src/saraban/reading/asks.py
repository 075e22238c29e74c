"""What the letter asks for: numbered points under a lead such as ขอให้ดำเนินการ ดังนี้, or single paragraphs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from saraban.letter import Ask
from saraban.reading.amounts import Amount, amounts
from saraban.reading.deadlines import Deadline, deadlines_in, vague_deadline
from saraban.reading.form import Form
from saraban.reading.lines import Page
from saraban.reading.points import Listing, listings
from saraban.reading.vocabulary import ASK_LEADS, BACKGROUND, POINT_LEADS, VERBS

_VERBS = [(verb.value, verb.regex) for verb in VERBS]
_LEAD = re.compile("|".join(f"(?:{lead.pattern})" for lead in ASK_LEADS))
_POINT_LEAD = {lead.value: lead.regex for lead in POINT_LEADS}
_RANK = {"nominate": 0, "propose": 0, "attend": 0, "report": 1, "acknowledge": 2}
_BACKGROUND = re.compile(rf"(?:{BACKGROUND}).*\sนั้น(?=\s|$)|(?:{BACKGROUND}).*?นั้น(?=\s)")
_DIRECTIVE = re.compile(r"(?:ขอ)?ให้(?!ไว้|บริการ)|ห้าม")
_THEREFORE = re.compile(r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง|ประกาศ)มา")
_CLAUSE_END = re.compile(
    r"ที่มี|ที่ออก|ซึ่ง|\sโดย|\sเพื่อ|\sภายใน|\sทั้งนี้|\sตั้งแต่|\sเว้นแต่|\sเป็นต้น|\sณ\s|\sในวัน|ผ่านทาง|\sให้แล้วเสร็จ|\sก่อนวันที่|\sไม่เกิน"
)
_SPACE = re.compile(r"\s+(?!ๆ|\d|[(/])")
_EDGES = re.compile(r"(?:\s*(?:มา|ได้)?ที่|\s*ภายใน|[\s:,;]+)$")
_ALSO = re.compile(
    r"(?:พร้อมทั้ง|พร้อมนี้|พร้อม|และ|โดย)(?:ขอ)?(?:ให้|โปรด)?(?=แจ้ง|ส่ง|เสนอ|จัดส่ง|ตอบ|รายงาน|กรอก|มอบ)"
)
_SHORTEST, _LONGEST = 12, 160


@dataclass(frozen=True)
class AskFound:
    """An ask with the amount and deadline it was made of; offsets index `Page.text`."""

    ask: Ask
    amount: Amount | None
    deadline: Deadline | None
    start: int
    end: int


def asks_of(page: Page, form: Form, written: dt.date | None) -> list[AskFound]:
    """All asks of the body in order. `written` is the letter's own date."""
    directive = form.kind in {"order", "announcement", "other"}
    found: list[AskFound] = []
    lists = [each for each in listings(page, form.body, form.closing) if _is_asking(each, directive)]
    for listing in lists:
        found += _from_points(page, listing, directive, written)
    told: set[int] = set()  # paragraphs that have made an ask
    covered = [(listing.start, listing.end) for listing in lists]
    leads = {listing.lead.start for listing in lists if listing.lead}
    for line in page.lines[form.body : form.closing]:
        if line.start in leads or any(line.start < end and start < line.end for start, end in covered):
            continue
        for one in _from_paragraph(page, line.start, line.end, directive, written):
            if line.index in told or _adds(one, found):
                found.append(one)
                told.add(line.index)
            elif one.deadline:
                found = [_with_deadline(each, one.deadline) for each in found]
    return sorted(found, key=lambda each: each.start) or _acknowledge(page, form)


def _is_asking(listing: Listing, directive: bool) -> bool:
    lead = listing.lead.text if listing.lead else ""
    if _POINT_LEAD["ask"].search(lead):
        return True
    ordering = directive and _POINT_LEAD["order"].search(lead)
    return bool(ordering)


def _from_points(page: Page, listing: Listing, directive: bool, written: dt.date | None) -> list[AskFound]:
    shared: Deadline | None = None
    if listing.lead and listing.lead.end <= listing.start:
        shared = _last(deadlines_in(page, listing.lead.start, listing.lead.end, written))
    found: list[AskFound] = []
    for point in listing.points:
        one = _ask(page, point.start, point.words, point.end, written)
        dated = one.deadline is not None and one.deadline.day is not None
        if not one.ask.what:  # a number with nothing after it
            continue
        if directive and not dated and not _DIRECTIVE.match(page.text, point.words):
            continue
        found.append(_with_deadline(one, shared) if shared else one)
    return found


def _from_paragraph(
    page: Page, start: int, end: int, directive: bool, written: dt.date | None
) -> list[AskFound]:
    """The asks of a paragraph in running text; a remark in brackets makes none."""
    if page.text[start] == "(":
        return []
    words = start
    if background := _BACKGROUND.match(page.text, start, end):
        words = background.end()
    if directive and _DIRECTIVE.match(page.text, words):
        return [_ask(page, start, words, end, written)]
    lead = _LEAD.search(page.text, words, end)
    if lead is None:
        closing = _THEREFORE.match(page.text, words, end)
        deadline = closing and deadlines_in(page, words, end, written)
        return [_ask(page, start, words, end, written)] if deadline else []
    found = _from_invitation(page, start, lead.start(), end, written)
    if found[0].deadline is None and (days := deadlines_in(page, words, lead.start(), written)):
        found[0] = _with_deadline(found[0], days[-1])  # an extension may be told before what is asked
    vague = found[0].ask.kind in {"other", "acknowledge"} and found[0].deadline is None
    to_the_public = directive and "ให้" in lead[0]
    return [] if vague and (to_the_public or lead[0] in {"โปรด", "กรุณา"}) else found


def _from_invitation(page: Page, start: int, words: int, end: int, written: dt.date | None) -> list[AskFound]:
    """The ask from `words` on; an invitation that also wants names or an answer makes two."""
    one = _ask(page, start, words, end, written)
    if one.ask.kind != "attend":
        return [one]
    also = _ALSO.search(page.text, words, end)
    verb = _verb(page.text, also.end(), end) if also else None
    if also is None or verb is None or verb[0] in {"attend", "acknowledge"}:
        return [one]
    invited = _ask(page, start, words, also.start(), written)
    invited = replace(invited, ask=replace(invited.ask, span=one.ask.span), end=end)
    return [invited, _ask(page, start, also.end(), end, written)]


def _ask(page: Page, start: int, words: int, end: int, written: dt.date | None) -> AskFound:
    """One ask out of `text[words:end]`; the paragraph or point as a whole begins at `start`."""
    verb = _verb(page.text, words, end)
    kind, at = verb if verb else ("other", words)
    if _DIRECTIVE.match(page.text, words) and page.text[words:at] in {"ให้", "ขอให้"}:
        at = words
    deadline = _last(deadlines_in(page, words, end, written)) or vague_deadline(page, words, end)
    amount = _amount_for(kind, amounts(page.text, words, end))
    # A number or a day that follows the verb ends the words of what is asked.
    stops = [amount.start if amount else end, deadline.begin if deadline else end, end]
    what = page.take(at, _clause(page.text, at, min((stop for stop in stops if stop > at), default=end)))
    ask = Ask(
        what=_EDGES.sub("", what.value),
        kind=kind,
        deadline=deadline.day if deadline else None,
        deadline_time=deadline.time if deadline else None,
        deadline_phrase=deadline.phrase.value if deadline else None,
        quota=page.take(amount.start, amount.end).value if amount else None,
        minimum=amount.minimum if amount else None,
        maximum=amount.maximum if amount else None,
        span=page.span(start, end),
    )
    return AskFound(ask, amount, deadline, start, end)


def _verb(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Kind and place of the verb that says what is asked: by rank, then the earliest."""
    matches = [(kind, m.start()) for kind, regex in _VERBS if (m := regex.search(text, start, end))]
    return min(matches, key=lambda found: (_RANK[found[0]], found[1]), default=None)


def _clause(text: str, start: int, end: int) -> int:
    """Where the clause that begins at `start` ends: Thai parts its clauses by spaces and a few words."""
    limit = min(end, start + _LONGEST)
    if stop := _CLAUSE_END.search(text, start + _SHORTEST // 2, limit):
        limit = stop.start()
    elif limit < end:
        spaces = list(_SPACE.finditer(text, start + _SHORTEST, limit))
        limit = spaces[-1].start() if spaces else limit
    if text.startswith(("ขอ", "ให้", "โปรด", "จึง", "ห้าม"), start):
        return limit
    space = _SPACE.search(text, start + _SHORTEST, limit)
    return space.start() if space else limit


def _amount_for(kind: str, found: list[Amount]) -> Amount | None:
    """The amount that belongs to the ask: of people for names, of works for proposals, else the first."""
    wanted = [a for a in found if a.of_people == (kind != "propose")]
    return next(iter(wanted or found), None)


def _last(found: list[Deadline]) -> Deadline | None:
    """Of several days in one ask the last one that was written: an extension names the old day first."""
    return found[-1] if found else None


def _adds(one: AskFound, found: list[AskFound]) -> bool:
    """True unless the paragraph only repeats, with a common day, what the points have asked."""
    if not found:
        return True
    undated = [each for each in found if each.ask.deadline is None]
    return not (undated and one.deadline) and one.ask.kind != "other"


def _with_deadline(one: AskFound, deadline: Deadline) -> AskFound:
    """The ask under a deadline that stands outside it, unless it has a day of its own."""
    if one.ask.deadline is not None or deadline.day is None:
        return one
    ask = replace(
        one.ask, deadline=deadline.day, deadline_time=deadline.time, deadline_phrase=deadline.phrase.value
    )
    return replace(one, ask=ask, deadline=deadline)


def _acknowledge(page: Page, form: Form) -> list[AskFound]:
    """A letter that asks nothing else may still ask to be noted: จึงเรียนมาเพื่อโปรดทราบ."""
    if form.kind not in {"memo", "external", "stamped"}:
        return []
    for line in page.lines[form.body : form.closing]:
        verb = _verb(page.text, line.start, line.end)
        if _THEREFORE.match(line.text) and verb and verb[0] == "acknowledge":
            return [_ask(page, line.start, line.start, line.end, None)]
    return []
