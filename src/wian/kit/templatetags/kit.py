"""Filters and tags of every page, loaded everywhere (`builtins` in the settings).

Thai pages show Buddhist years and Thai digits, English ones the common era; all times are Bangkok's.
"""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django import template
from django.forms import BaseForm, BaseFormSet, BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from saraban import dates, numerals
from wian.kit.clock import BANGKOK

register = template.Library()
STATES = {
    "pending": "quiet",
    "received": "info",
    "draft": "info",
    "awaiting_signature": "wait",
    "submitted": "good",
    "returned": "bad",
    "accepted": "done",
    "rejected": "bad",
    "invalid": "bad",
    "exempt": "quiet",
    "closed": "quiet",
    "overdue": "bad",
    "late": "wait",
    "short": "wait",
    "to_enter": "wait",
    "nil": "quiet",
    "on_behalf": "note",
    "unread": "info",
    "reworded": "note",
    "queued": "info",
    "sending": "info",
    "delivered": "good",
    "held": "wait",
    "bounced": "bad",
    "gave_up": "bad",
    "drafting": "info",
    "checking": "wait",
    "passed": "wait",
    "signed": "wait",
    "issued": "good",
    "cancelled": "quiet",
}


@register.filter
def thai_date(value: date | None) -> str:
    """๒๘ กุมภาพันธ์ ๒๕๖๑ · 28 February 2018"""
    if not (day := _day(value)):
        return ""
    return dates.thai_date(day) if _thai() else f"{day.day} {month_name[day.month]} {day.year}"


@register.filter
def short_date(value: date | None) -> str:
    """๒๘ ก.พ. ๒๕๖๑ · 28 Feb 2018"""
    if not (day := _day(value)):
        return ""
    return dates.thai_date(day, short=True) if _thai() else f"{day.day} {month_abbr[day.month]} {day.year}"


@register.filter
def weekday_date(value: date | None) -> str:
    """วันพุธที่ ๒๘ กุมภาพันธ์ ๒๕๖๑ · Wednesday 28 February 2018"""
    if not (day := _day(value)):
        return ""
    return dates.thai_date(day, weekday=True) if _thai() else f"{day:%A} {thai_date(day)}"


@register.filter
def clock_time(value: datetime | time | None) -> str:
    """๑๖.๒๕ น. · 16:25"""
    if not value:
        return ""
    moment = value.astimezone(BANGKOK) if isinstance(value, datetime) else value
    return numerals.to_thai(f"{moment:%H.%M} น.") if _thai() else f"{moment:%H:%M}"


@register.filter
def date_time(value: datetime | None) -> str:
    """๒๘ ก.พ. ๒๕๖๑ ๑๖.๒๕ น. · 28 Feb 2018, 16:25"""
    if not value:
        return ""
    return f"{short_date(value)}{' ' if _thai() else ', '}{clock_time(value)}"


@register.filter
def digits(value: object) -> str:
    """Any value with the digits of the page's language; None is empty."""
    text = "" if value is None else str(value)
    return numerals.to_thai(text) if _thai() else numerals.to_ascii(text)


@register.filter
def ends_the_day(moment: datetime) -> bool:
    """Is this a deadline that was given as a date, without a time?"""
    return moment.astimezone(BANGKOK).timetz().replace(tzinfo=None) == time(23, 59, 59)


@register.inclusion_tag("kit/parts/days_left.html", takes_context=True)
def days_left(context: template.Context, due_at: datetime | None) -> dict[str, Any]:
    """How near a deadline is, as a badge: nothing until the day before it."""
    if not due_at or "now" not in context:
        return {"days": None}
    passed = due_at < context["now"]
    days = ((_day(due_at) or date.max) - (_day(context["now"]) or date.min)).days
    return {"days": days, "passed": passed, "ago": max(-days, 0)}


@register.filter
def telephone(number: str) -> str:
    """What a telephone dials: the first number, without an extension, in ASCII digits with a leading plus."""
    first = re.split(r"ต่อ|กด|[,;/xX]", numerals.to_ascii(number))[0]
    return re.sub(r"(?!^\+)\D", "", first.strip())


@register.simple_tag
def state_badge(state: str, label: str) -> SafeString:
    """What state something is in: the word in a colour of its own. Unknown states are quiet."""
    return format_html('<span class="state state-{}">{}</span>', STATES.get(str(state), "quiet"), label)


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """One field with its label, help, error and what was understood."""
    return bound.as_field_group()


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """Every field of `form` in order, the hidden ones too."""
    return form.render("form/fields.html")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what, and for a refusal what to do now."""

    message: str
    remedy: str = ""
    code: str = ""
    anchor: str = ""
    label: str = ""


@register.filter
def problems(bound: BoundField) -> list[Problem]:
    """What is wrong with one field."""
    return list(_problems(bound.errors.as_data()))


@register.filter
def understood(bound: BoundField) -> str:
    """What the field takes its text for ("วันพุธที่ …"), where a field can say so."""
    reader = getattr(bound.field, "understood", None)
    return reader(bound.value()) if reader else ""


@register.inclusion_tag("kit/parts/error_summary.html")
def error_summary(
    *forms: "BaseForm | BaseFormSet[Any] | list[BaseForm | BaseFormSet[Any]]",
) -> dict[str, Any]:
    """All problems of forms, formsets or lists of them on top of the page, each leading to its field."""
    each = [one for form in forms if form for one in (form if isinstance(form, list) else [form])]
    found = [problem for one in each for problem in _of(one)]
    return {"problems": found, "refused": bool(found) and all(problem.remedy for problem in found)}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small picture beside a word that says the same."""
    return mark_safe(
        '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{ICONS[name]}</svg>'
    )


# Drawn for Wian on a grid of 24.
ICONS = {
    "bell": '<path d="M6.5 10a5.5 5.5 0 0 1 11 0c0 5 2 6.5 2 6.5h-15s2-1.5 2-6.5"/><path d="M10 19.5a2.2 2.2 0 0 0 4 0"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "file": '<path d="M6 3.5h8l4 4v13H6Z"/><path d="M14 3.5v4h4"/>',
    "person": '<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"/>',
}


def _of(form: "BaseForm | BaseFormSet[Any]") -> Iterator[Problem]:
    if isinstance(form, BaseFormSet):
        yield from _problems(form.non_form_errors().as_data())
        for each in form.forms:
            yield from _of(each)
        return
    yield from _problems(form.non_field_errors().as_data())
    for bound in form:
        anchor = "" if bound.is_hidden else bound.id_for_label or f"{bound.auto_id}_0"
        label = "" if bound.is_hidden else str(bound.label)
        yield from _problems(bound.errors.as_data(), anchor, label)


def _problems(errors: Iterable[Any], anchor: str = "", label: str = "") -> Iterator[Problem]:
    for error in errors:
        remedy = getattr(error, "remedy", "")
        code = str(error.code or "") if remedy else ""
        for message in error.messages:
            yield Problem(message, remedy, code, anchor, "" if remedy else label)


def _thai() -> bool:
    return (get_language() or "th").startswith("th")


def _day(value: date | None) -> date | None:
    if isinstance(value, datetime):
        return value.astimezone(BANGKOK).date()
    return value or None
