"""What was told, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404
from django.utils import translation

from wian.kit.notices import WORDINGS, Wording, fill
from wian.outbox.models import Notice, Rewording


@dataclass(frozen=True, slots=True)
class Words:
    """A notice as it is read: in one language, with its facts."""

    subject: str
    body: str


def words_of(notices: Iterable[Notice], language: str) -> list[Words]:
    """The notices in `language`, reworded where an owner did so. One statement, however many."""
    own = rewordings(language)
    return [_words(notice, language, own) for notice in notices]


def rewordings(language: str) -> dict[str, Words]:
    """The owners' own words in force, by code."""
    rows = Rewording.objects.filter(language=language).order_by("pk")
    newest = {row.wording: Words(row.subject, row.body) for row in rows}
    return {code: words for code, words in newest.items() if words.subject}


def original(code: str, language: str) -> Words:
    """The words of a kind of notice as Wian has them; the code itself for one that is no more."""
    known = WORDINGS.get(code)
    with translation.override(language):
        return Words(str(known.subject), str(known.body)) if known else Words(code, "")


def _words(notice: Notice, language: str, own: dict[str, Words]) -> Words:
    words = own.get(notice.wording) or original(notice.wording, language)
    with translation.override(language):
        return Words(fill(words.subject, notice.said), fill(words.body, notice.said))


def last_rewording(wording: Wording, language: str) -> Rewording | None:
    """Who changed the words last; None while they are the original."""
    return Rewording.objects.filter(wording=wording.code, language=language).order_by("-pk").first()


def wording_called(code: str) -> Wording:
    """The kind of notice of that code. Raises Http404."""
    if code not in WORDINGS:
        raise Http404
    return WORDINGS[code]


def preview(wording: Wording, words: Words, language: str) -> Words:
    """The words as somebody would read them, filled with the facts of the wording's example."""
    with translation.override(language):
        return Words(fill(words.subject, wording.example), fill(words.body, wording.example))


def places_of(wording: Wording, language: str) -> list[tuple[str, str]]:
    """The places that the words may hold, each with what would stand there."""
    with translation.override(language):
        return [(f"{{{name}}}", fill(f"{{{name}}}", wording.example)) for name in wording.example]
