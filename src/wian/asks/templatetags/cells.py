from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from wian.asks.models import Obligation
from wian.asks.queries import Cell
from wian.kit.templatetags.kit import digits, state_badge

register = template.Library()
FACTS = 2  # beside the state at most


@register.simple_tag
def cell(shown: Cell, *, dated: bool = False) -> SafeString:
    """One cell of the matrix: a state, how many are in, and the facts that call for an act. `dated`: a date beside it says itself how late it is.

    Drawn here and not by a template, because a page has a thousand of them.
    """
    facts = [fact for fact in shown.facts[:FACTS] if fact[0] != "overdue" or not dated]
    badges = format_html_join(" ", "{}", ((state_badge(code, label),) for code, label in facts))
    return format_html("{} {} {}", state_badge(shown.code, shown.label), _count(shown.obligation), badges)


def _count(owed: Obligation) -> SafeString | str:
    if owed.nil:
        return state_badge("nil", gettext("nothing to send"))
    if not (owed.taken and owed.ask.is_counted):
        return ""
    if owed.max:
        said = gettext("%(taken)s of %(max)s") % {"taken": digits(owed.taken), "max": digits(owed.max)}
    else:
        said = ngettext("%(count)s project", "%(count)s projects", owed.taken) % {"count": digits(owed.taken)}
    return format_html('<span class="count">{}</span>', said)
