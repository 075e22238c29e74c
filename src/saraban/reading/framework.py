"""The framework that a letter sets out: pillars (เรื่องหลัก) and the issues (ประเด็น) under each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saraban.letter import Conflict, Pillar, Span
from saraban.reading.form import Form
from saraban.reading.lines import Page
from saraban.reading.points import Listing, Point, inner_listings, listings

_LEAD = re.compile(
    r"(?:(?P<count>\d{1,2})\s*)?(?:เรื่องหลัก|ด้านหลัก|ประเด็นหลัก|เสาหลัก|ยุทธศาสตร์|กรอบแนวทาง|กรอบการ|แนวทางหลัก|ด้าน(?=\s|$))"
)
_ISSUES = re.compile(
    r"(?:(?P<count>\d{1,2})\s*(?:ประเด็น|เรื่อง|ด้าน|ข้อ|แนวทาง)\s*)?(?:ได้แก่|คือ|ประกอบด้วย)\s*:?\s*"
)
_TITLE_END = re.compile(
    r"\s*(?:ประกอบด้วย|โดยการ|\sโดย|ได้แก่|ซึ่ง|\sคือ|\sมี\s*\d|\d+\s*(?:ประเด็น|เรื่อง|ด้าน|ข้อ|แนวทาง)|[:：]|\sผ่าน)"
)
_QUOTES = "“”\"'‘’"
_INSIDE_MARK = re.compile(r"(?:^|\s)\(?\d{1,2}[.)]\s*")


@dataclass(frozen=True)
class Framework:
    """Pillars, where they stand in the source, and disagreements between a number said and a list given."""

    pillars: tuple[Pillar, ...] = ()
    spans: tuple[Span, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    start: int = -1


def framework_of(page: Page, form: Form) -> Framework:
    """The first list in the body whose lead names main headings and whose points list issues."""
    lists = listings(page, form.body, form.closing)
    for listing in [*lists, *(inner for each in lists for inner in inner_listings(page, each))]:
        lead = listing.lead.text if listing.lead else ""
        said = list(_LEAD.finditer(lead))
        if not said:
            continue
        read = [_pillar(page, point) for point in listing.points]
        if 2 * sum(bool(pillar.issues) for pillar, _ in read) >= len(read):
            return _framework(page, listing, said, read)
    return Framework()


def _framework(
    page: Page, listing: Listing, said: list[re.Match[str]], read: list[tuple[Pillar, Conflict | None]]
) -> Framework:
    conflicts = [conflict for _, conflict in read if conflict]
    counts = [match for match in said if match["count"]]
    if counts and int(counts[-1]["count"]) != len(read):
        conflicts.insert(0, Conflict("framework-count", counts[-1][0], str(len(read))))
    spans = tuple(page.span(point.start, point.end) for point in listing.points)
    return Framework(tuple(pillar for pillar, _ in read), spans, tuple(conflicts), listing.start)


def _pillar(page: Page, point: Point) -> tuple[Pillar, Conflict | None]:
    text = page.text[point.words : point.end]
    head = text.split("\n", 1)[0]
    end = _TITLE_END.search(head, 4)
    title = page.take(point.words, point.words + (end.start() if end else len(head))).value.strip(
        _QUOTES + " "
    )
    if point.subpoints:
        issues = tuple(_clean(page.take(sub.words, sub.end).value) for sub in point.subpoints)
        said = re.search(r"(?P<count>\d{1,2})\s*(?:ประเด็น|เรื่อง|ด้าน|ข้อ|แนวทาง)", head)
    else:
        said = _ISSUES.search(head, end.start() if end else 0)
        while said and not said["count"] and (later := _ISSUES.search(head, said.end())):
            said = later
        wanted = int(said["count"]) if said and said["count"] else None
        issues = tuple(_written(page, point, split_issues(head[said.end() :], wanted))) if said else ()
    count = said["count"] if said else None
    if count and issues and int(count) != len(issues):
        phrase = head[said.start() : said.end()] if said else ""
        return Pillar(title, issues), Conflict("framework-count", _clean(phrase), str(len(issues)))
    return Pillar(title, issues), None


def _written(page: Page, point: Point, issues: tuple[str, ...]) -> Iterator[str]:
    """The issues as the source has them, look-alike letters and all."""
    at = point.words
    for issue in issues:
        found = page.text.find(issue, at, point.end)
        at = found + len(issue) if found >= 0 else at
        yield page.take(found, at).value if found >= 0 else issue


def split_issues(text: str, wanted: int | None = None) -> tuple[str, ...]:
    """Cut a run of issues apart: at numbers, commas or spaces, whichever gives the number that the letter says.

    >>> split_issues("ระเบียบ แนวคิดใหม่ ๆ และบุคลากร", 3)
    ('ระเบียบ', 'แนวคิดใหม่ ๆ', 'บุคลากร')
    """
    text = text.strip(_QUOTES + " .")
    ways = [
        _INSIDE_MARK.split(text),
        re.split(r"\s*[,،;]\s*(?:และ)?|\s+และ", text),
        re.split(rf"[{_QUOTES}]\s*(?:และ)?\s*[{_QUOTES}]", text),
        re.split(r"\s+(?=การ|ความ)(?:และ)?|\s+และ(?=การ|ความ)", text),
        re.split(r"\s*[,;]\s*|\s+(?!ๆ|ฯ)(?:และ(?!\s))?", text),
    ]
    lists = [tuple(_clean(part) for part in way if _clean(part)) for way in ways]
    for issues in lists:
        if len(issues) == wanted:
            return issues
    marked, *_, spaced = lists
    return marked if len(marked) > 1 else spaced


def _clean(text: str) -> str:
    return re.sub(r"^และ(?=การ|ความ|\s)|\s+", lambda m: " " if m[0].isspace() else "", text).strip(
        _QUOTES + " .,;"
    )
