from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class Reworded(Event):
    """The words of a kind of notice were changed, or set back to the original."""

    says = _("reworded a notice")
    wording: str
    language: str
    original: bool


@dataclass(frozen=True, slots=True)
class Preferred(Event):
    """A person chose how to be told."""

    says = _("chose how to receive notices")
    person: int
    mail: str
    language: str


@dataclass(frozen=True, slots=True)
class SentAgain(Event):
    """Messages that had not gone out were put in the queue again."""

    says = _("sent messages again")
    messages: int
