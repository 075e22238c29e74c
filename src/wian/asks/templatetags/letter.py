from collections.abc import Collection, Iterable, Iterator

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from wian.asks.places import Piece

register = template.Library()
GROUPS = ("ask", "unit")  # the rest are facts of the letter


@register.simple_tag
def marked(pieces: Iterable[Piece], doubtful: Collection[str]) -> SafeString:
    """The letter's text with the places of its facts marked, each a link to its fact.

    Drawn here and not by a template, because a letter may name thousands of units. One link a fact is a stop of the keyboard's.
    """
    return mark_safe("".join(_drawn(pieces, set(doubtful))))


def _drawn(pieces: Iterable[Piece], doubtful: set[str]) -> Iterator[str]:
    stops: set[str] = set()
    for piece in pieces:
        text = format_html("{}", piece.text).replace("\r", "&#13;")  # else the browser takes it for nothing
        if not piece.facts or not text.strip():
            yield from (f'<span id="place-{name}"></span>' for name in piece.begins)
            yield text
            continue
        name = piece.facts[0]
        begins = [one for one in piece.begins if one != name]
        yield str(format_html_join("", '<span id="place-{}"></span>', ((one,) for one in begins)))
        place = format_html(' id="place-{}"', name) if name in piece.begins else ""
        stop = "" if name not in stops else mark_safe(' tabindex="-1"')
        stops.add(name)
        look = next(
            (group for group in GROUPS if name.startswith(group) and not name.endswith("-day")), "letter"
        )
        doubt = " doubtful" if doubtful.intersection(piece.facts) else ""
        yield format_html(
            '<mark class="piece piece-{}{}"><a href="#fact-{}" data-facts="{}"{}{}>{}</a></mark>',
            look,
            doubt,
            name,
            " ".join(piece.facts),
            place,
            stop,
            mark_safe(text),
        )
