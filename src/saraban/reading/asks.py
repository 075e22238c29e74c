"""What the letter asks for: numbered points under a lead such as ขอให้ดำเนินการ ดังนี้, or paragraphs of running text.

A place (a point or a paragraph) is cut into segments, one for each thing asked; a segment becomes an ask.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from saraban.reading.clauses import ACT, DIRECTIVE, LEAD, background_end, verb_in
from saraban.reading.deadlines import MOVED, Deadline, deadlines_in
from saraban.reading.form import Form
from saraban.reading.lines import Page
from saraban.reading.points import Listing, Point, inner_listings, listings, marker
from saraban.reading.segments import AskFound, ask_in, segments, with_deadline
from saraban.reading.vocabulary import ACTS, BACKGROUND, NEWS, POINT_LEADS
from saraban.words import mend

_POINT_LEADS = [lead.regex for lead in POINT_LEADS]
_RULINGS = ("order", "other")
_ORDERED = re.compile(
    r"(?:^|คำสั่ง|สั่งการ|จึง|จึงมอบหมาย)ให้(?![^\n]*(?:เว้นแต่|ยกเว้น))[^\n]{0,160}(?:ดังนี้|ต่อไปนี้)\s*:?$"
)
_ANY_OTHER = re.compile(r"ปฏิบัติ(?:งาน|หน้าที่|การ)?อื่น")
_DIRECTIVES = (*_RULINGS, "announcement")
_OPENING = re.compile(r"(?:อนึ่ง|นอกจากนี้)\s+")
_TOLD = re.compile(rf"{BACKGROUND}|[^\n]*(?:{NEWS})")  # what went before, or what a reporter adds
_SOMEBODY = re.compile(r"\s(?=ให้(?:ผู้|คณะ|ทุก|หน่วย|ข้าราชการ|เจ้าหน้าที่|บุคลากร))")
_CONDITION = re.compile(r"(?:หาก|ผู้ใด|กรณี|ถ้า|เมื่อ)[^\n]{3,120}?\s(?=ให้)")
_DUTY = re.compile(
    r"(?<=[ก-์])(?<!ว่า)ต้อง(?=[ก-์])|(?:ผู้สนใจ|ผู้ประสงค์|ผู้สมัคร|ผู้มีสิทธิ)[^\n]{0,40}?(?=ยื่น|สมัคร|ลงทะเบียน|ส่ง|เสนอ)|(?=ยื่นใบสมัคร(?:ได้|ด้วย|ที่|ทาง))"
)
_RESOLVED = re.compile(r"มติ|ที่ประชุม(?:จึง)?(?:มี|เห็น|มอบ|ให้|ขอ)")
_ASSIGNED = re.compile(r"มอบ(?:หมาย)?(?:ให้)?|ให้(?!ความ|การ|มี)")
_THEREFORE = re.compile(r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง|ประกาศ)มา")
_STATEMENT = re.compile(r"[^\s]{0,60}?(?:ต้อง|จะ(?!แจ้ง)|เป็นผู้|คือ|ไม่ถือ)")
# How all of it is answered, in a paragraph of its own: โดยแจ้งรายชื่อทาง … ภายในวันที่ …
_MANNER = re.compile(rf"(?:โดย|ทั้งนี้)\s*(?:ขอ)?(?:ให้)?(?={ACTS})")
# Polite endings that ask for nothing of their own.
_EMPTY = re.compile(
    r"(?:(?:จึง)?(?:ขอ)?(?:ให้|ได้โปรด|โปรด|กรุณา|ความกรุณา)?[^\s]{0,20}?(?:พิจารณา|สั่งการ|ดำเนินการ|ดําเนินการ|ทราบ|ถือปฏิบัติ|ให้ความ|อนุเคราะห์|ร่วมมือ|ขอบคุณ|ขอบพระคุณ|อภัย|เบิก))"
)
_LEAD_REACH = 120


def asks_of(page: Page, form: Form, written: dt.date | None) -> list[AskFound]:
    """All asks of the body in order. `written` is the letter's own date."""
    directive = form.kind in _DIRECTIVES
    found: list[AskFound] = []
    if form.kind == "report":
        return list(_resolutions(page, form, written))
    lists = list(_asking(page, listings(page, form.body, form.closing), ruling=form.kind in _RULINGS))
    for listing in lists:
        asked = _from_points(page, listing, written)
        if not asked and listing.lead:  # the points only say how many, or how
            asked = list(_from_paragraph(page, listing.lead.start, listing.end, form.kind, written))
        found += asked
    covered = [(listing.start, listing.end) for listing in lists]
    leads = {listing.lead.start for listing in lists if listing.lead}
    for line in page.lines[form.body : form.closing]:
        if line.start in leads or any(line.start < end and start < line.end for start, end in covered):
            continue
        mine = list(_from_paragraph(page, line.start, line.end, form.kind, written))
        for one in mine:
            found = [*found, one] if directive else _with(found, one)
        if (
            not mine
            and _MANNER.match(line.text)
            and (days := deadlines_in(page, line.start, line.end, written))
        ):
            found = [with_deadline(one, days[-1]) for one in found]
    found += _extended(page, form, found, written)
    found.sort(key=lambda each: each.start)
    return _answered_by(_same_days(found), below_the_body(page, form, written)) or _acknowledge(page, form)


def _extended(page: Page, form: Form, found: list[AskFound], written: dt.date | None) -> Iterator[AskFound]:
    """What was asked before, where only its new day is told: … ขอให้ส่งรายชื่อ … นั้น จึงขยายเวลาเป็นภายในวันที่ …"""
    known = {one.ask.deadline for one in found}
    body = page.lines[form.body : form.closing]
    for line in body:
        days = deadlines_in(page, line.start, line.end, written) if MOVED.search(line.text) else []
        for day in days:
            before = list(LEAD.finditer(page.text, body[0].start, day.begin))
            if day.kind != "extend" or day.day in known or not before:
                continue
            stop = next(each.end for each in body if each.end >= before[-1].end())
            one = ask_in(page, line.start, before[-1].start(), min(stop, day.begin), None)
            if one.ask.kind != "other":
                yield with_deadline(replace(one, ask=replace(one.ask, deadline=None), end=line.end), day)


def below_the_body(page: Page, form: Form, written: dt.date | None) -> list[Deadline]:
    """Days said in notes, annexes and reply slips."""
    lines = [line for line in page.lines[form.closing :] if not _TOLD.match(line.text)]
    return [each for line in lines for each in deadlines_in(page, line.start, line.end, written)]


def _answered_by(found: list[AskFound], days: list[Deadline]) -> list[AskFound]:
    """The asks, with the day of a reply slip given to the one that the slip answers: it names the slip, or is the only one without a day."""
    undated = [
        one for one in found if one.ask.deadline is None and one.ask.kind not in {"other", "acknowledge"}
    ]
    slips = [one for one in undated if "ตอบรับ" in one.ask.what] or (undated if len(undated) == 1 else [])
    return [with_deadline(one, days[0]) if days and one in slips else one for one in found]


def _resolutions(page: Page, form: Form, written: dt.date | None) -> Iterator[AskFound]:
    """What a meeting assigned with a day: มติที่ประชุม มอบหมายกองช่างรายงานภายในวันที่ …"""
    resolved = -2
    for line in page.lines[form.body : form.closing]:
        resolution = _RESOLVED.search(line.text)
        listed = resolved == line.index - 1 and marker(line.text)
        if resolution or listed:
            resolved = line.index
        if resolved < line.index - 1:
            continue
        words = line.start + (resolution.start() if resolution else 0)
        assigned = _ASSIGNED.search(page.text, words, line.end)
        if assigned and deadlines_in(page, assigned.start(), line.end, written):
            begin = assigned.start() if assigned[0].startswith("ให้") else assigned.end()
            yield from segments(page, line.start, begin, line.end, written)


def _asking(page: Page, found: list[Listing], *, ruling: bool) -> Iterator[Listing]:
    """The lists whose points are asked, looked for inside the points of other lists too."""
    for listing in found:
        if _is_asking(page, listing, ruling=ruling):
            yield listing
        elif listing.last > listing.first + 1:
            yield from _asking(page, inner_listings(page, listing), ruling=ruling)


def _is_asking(page: Page, listing: Listing, *, ruling: bool) -> bool:
    """Does the line above the list, or the beginning of its own line, lead to things asked?"""
    if listing.lead is None:
        return False
    end = min(listing.lead.end, listing.start) if listing.lead.end > listing.start else listing.lead.end
    lead = page.text[background_end(page.text, listing.lead.start, end) : end]
    lead = lead[mark.length :] if (mark := marker(lead)) else lead
    if ruling:  # its lists set out members too; only ให้ … ดังนี้ leads to what is ordered
        return _ORDERED.search(lead) is not None
    if any(regex.search(lead) for regex in _POINT_LEADS):
        return True
    asked = list(LEAD.finditer(lead))
    if not asked:
        return False
    rest = lead[asked[-1].end() :]
    return len(rest) <= _LEAD_REACH and not verb_in(rest, 0, len(rest)) and not re.search(r"\d", rest)


def _from_points(page: Page, listing: Listing, written: dt.date | None) -> list[AskFound]:
    shared: list[Deadline] = []
    if listing.lead and listing.lead.end <= listing.start:
        shared = deadlines_in(page, listing.lead.start, listing.lead.end, written)
    found: list[AskFound] = []
    for point in _leaves(page, listing.points):
        condition = _CONDITION.match(page.text, point.words, point.end)
        words = condition.end() if condition else point.words
        for one in segments(page, point.start, words, point.end, written):
            if one.ask.what and _is_asked(page.text, point, one) and not _ANY_OTHER.match(one.ask.what):
                found.append(with_deadline(one, shared[-1]) if shared else one)
    return found


def _leaves(page: Page, points: tuple[Point, ...]) -> Iterator[Point]:
    """The points that ask: one that is only a heading stands for the points under it."""
    for point in points:
        inner = point.subpoints
        if len(inner) > 1 or (inner and inner[0].start > point.words):
            head = page.text[point.words : point.head_end].strip()
            verb = verb_in(page.text, point.words, point.head_end)
            heading = (verb is None and not ACT.match(head)) or re.search(r"(?:ดังนี้|ต่อไปนี้)\s*:?$", head)
            if heading and any(
                verb_in(page.text, sub.words, sub.end) or ACT.match(page.text, sub.words) for sub in inner
            ):
                yield from _leaves(page, inner)
                continue
        yield point


def _is_asked(text: str, point: Point, one: AskFound) -> bool:
    """A point that states a condition, and neither begins with an act nor has a day or a number, asks nothing."""
    if ACT.match(text, point.words) or LEAD.match(text, point.words) or DIRECTIVE.match(text, point.words):
        return True
    if _STATEMENT.match(text, point.words) and one.deadline is None:
        return False
    return one.ask.kind != "other" or one.deadline is not None


def _from_paragraph(
    page: Page, start: int, end: int, kind: str, written: dt.date | None
) -> Iterator[AskFound]:
    """The asks of a paragraph in running text; a remark in brackets makes none."""
    directive, ruling = kind in _DIRECTIVES, kind in _RULINGS
    mark = marker(page.text[start:end])
    words = start + (mark.length if mark else 0)
    if page.text.startswith("(", words):
        return
    words = background_end(page.text, words, end)
    if directive and (opening := _OPENING.match(page.text, words, end)):
        words = opening.end()
    if ruling and (condition := _CONDITION.match(page.text, words, end)):
        words = condition.end()
    if directive and DIRECTIVE.match(page.text, words):
        yield ask_in(page, start, words, end, written)
        return
    if (
        directive
        and (duty := _DUTY.search(page.text, words, end))
        and deadlines_in(page, duty.end(), end, written)
    ):
        yield ask_in(page, start, duty.end(), end, written)
        return
    somebody = _SOMEBODY.search(page.text, words, end) if directive else None
    if somebody and deadlines_in(page, somebody.end(), end, written):
        yield from segments(page, start, somebody.end(), end, written)
        return
    lead = LEAD.search(page.text, words, end)
    if lead is None:
        closing = _THEREFORE.search(page.text, words, end)
        if closing and deadlines_in(page, words, end, written):
            yield ask_in(page, start, closing.end(), end, written)
        return
    found = list(segments(page, start, lead.start(), end, written))
    if found[0].deadline is None and (days := deadlines_in(page, words, lead.start(), written)):
        found[0] = with_deadline(found[0], days[-1])  # an extension may be told before what is asked
    for one in found:
        vague = one.ask.kind in {"other", "acknowledge"} and one.deadline is None
        if not (vague and _EMPTY.match(mend(one.ask.what))):
            yield one


def _with(found: list[AskFound], one: AskFound) -> list[AskFound]:
    """`found` with another ask of a paragraph: it is new, or only gives a day to what was asked above."""
    above = [each for each in found if each.start != one.start]
    if not above:
        return [*found, one]
    undated = [each for each in above if each.ask.deadline is None]
    if one.ask.kind == "other" or (one.ask.kind == "acknowledge"):
        if one.deadline is None or not undated:
            return found if one.ask.kind == "acknowledge" else [*found, one]
        return [with_deadline(each, one.deadline) for each in found]
    again = [each for each in undated if each.ask.kind == one.ask.kind]
    if again and one.deadline:
        return [with_deadline(each, one.deadline) if each in again else each for each in found]
    if one.deadline and undated and _THEREFORE.match(one.ask.what) is None and len(undated) == len(above):
        same = [with_deadline(each, one.deadline) for each in found]
        return [*same, one] if one.ask.kind not in {each.ask.kind for each in above} else same
    if any(each.ask.kind == one.ask.kind and one.deadline is None for each in above):
        return found
    return [*found, one]


def _same_days(found: list[AskFound]) -> list[AskFound]:
    """ภายในวันดังกล่าว means the day of the ask before."""
    dated: list[AskFound] = []
    for one in found:
        if (
            one.deadline
            and one.deadline.kind == "same"
            and dated
            and (before := dated[-1].deadline)
            and before.day
        ):
            one = replace(
                one, ask=replace(one.ask, deadline=before.day), deadline=replace(one.deadline, day=before.day)
            )
        dated.append(one)
    return dated


def _acknowledge(page: Page, form: Form) -> list[AskFound]:
    """A letter that asks nothing else may still ask to be noted: จึงเรียนมาเพื่อโปรดทราบ."""
    if form.kind not in {"memo", "external", "stamped"}:
        return []
    for line in page.lines[form.body : form.closing]:
        verb = verb_in(page.text, line.start, line.end)
        if _THEREFORE.match(line.text) and verb and verb[0] == "acknowledge":
            return [ask_in(page, line.start, verb[1], line.end, None)]
    return []
