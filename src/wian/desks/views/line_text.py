from collections.abc import Iterator
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from wian.asks.queries import Progress
from wian.circulars.models import Circular
from wian.circulars.queries import contact_of
from wian.desks.queries import Chased, campaign_owned, chased_of, shares_of, working
from wian.desks.views.share import address_of
from wian.kit import clock
from wian.kit.request import Request
from wian.kit.templatetags.kit import clock_time, digits, ends_the_day, thai_date, weekday_date


@require_safe
def line_text(request: Request, circular: int) -> HttpResponse:
    """Ready text for the LINE group, Thai whatever the screen's language: with counts only, and naming who has yet to send."""
    campaign = campaign_owned(circular, request.actor)
    at = clock.now()
    chased = chased_of(campaign, at=at)
    link = shares_of(campaign).filter(working(at)).first()
    address = address_of(request, link) if link else ""
    page = {
        "circular": campaign,
        "link": link,
        "counts": written(campaign, chased, at, address),
        "named": written(campaign, chased, at, address, naming=True) if chased.found else "",
    }
    return render(request, "desks/line_text.html", page)


@translation.override("th")
def written(circular: Circular, chased: Chased, at: datetime, address: str, *, naming: bool = False) -> str:
    """The text; `address` is where the one page can be read, if a link leads there."""
    letter = circular.letter
    number = {"number": digits(letter.number), "date": thai_date(letter.date)}
    lines = [
        _("Subject: %s") % letter.subject,
        *([_("Letter %(number)s of %(date)s") % number] if letter.number and letter.date else []),
        _done(chased),
        *(_units(chased) if naming else _sums(chased.progress)),
        *_plea(chased, at),
        *([_("How it stands: %s") % address] if address else []),
        _("To ask: %s") % contact_of(circular),
    ]
    return "\n".join(lines)


def _done(chased: Chased) -> str:
    facts = {
        "done": digits(chased.progress.units_done),
        "all": digits(chased.progress.units),
        "left": digits(chased.found),
    }
    if not chased.found:
        return _("%(done)s of %(all)s units have answered") % facts
    if chased.past:
        return _("%(done)s of %(all)s units have answered; %(left)s are past the date") % facts
    return _("%(done)s of %(all)s units have answered; %(left)s have not") % facts


def _sums(progress: Progress) -> list[str]:
    names = {"names": digits(progress.names), "seats": digits(progress.seats)}
    sums = [
        _("Names: %(names)s of %(seats)s people") % names if progress.seats else "",
        _("Projects: %s") % digits(progress.projects) if progress.projects is not None else "",
    ]
    return [" · ".join(filter(None, sums))] if any(sums) else []


def _units(chased: Chased) -> Iterator[str]:
    yield _("Still to send:")
    for order, (unit, owing) in enumerate(chased.units, start=1):
        what = ", ".join(owed.ask.get_kind_display() for owed in owing)
        yield f"{digits(order)}. {unit} ({what})"
    if more := chased.found - len(chased.units):
        yield _("and %s more units") % digits(more)


def _plea(chased: Chased, at: datetime) -> Iterator[str]:
    if not chased.found:
        yield _("Thank you to every unit for its part.")
        return
    if len(set(chased.dates.values())) == 1:
        yield _due(chased, next(iter(chased.dates.values())), at)
    else:
        yield from (f"{ask.get_kind_display()}: {_due(chased, due, at)}" for ask, due in chased.dates.items())
    if chased.past:
        yield _("Please send it as soon as you can, or tell us what stands in the way.")
    else:
        yield _("Please send it in time. What is ready can be sent first, and the rest added.")


def _due(chased: Chased, due: datetime, at: datetime) -> str:
    day = weekday_date(due) if ends_the_day(due) else f"{weekday_date(due)} {clock_time(due)}"
    if chased.past:
        return _("It was due on %s") % day
    days = (clock.day_of(due) - clock.day_of(at)).days
    left = ngettext("%(days)s day left", "%(days)s days left", days) % {"days": digits(days)}
    return _("Due on %(day)s (%(left)s)") % {
        "day": day,
        "left": left if days > 1 else _("tomorrow") if days else _("today"),
    }
