"""Pure predicates of the outbox."""

from wian.directory.models import Role
from wian.kit.actor import Actor
from wian.kit.notices import Wording


def may_reword(actor: Actor) -> bool:
    """May the actor change what notices say?"""
    return actor.is_any(Role.OWNER, Role.ADMINISTRATOR)


def may_see_messages(actor: Actor) -> bool:
    """May the actor read and send again the e-mails of the site?"""
    return actor.is_any(Role.ADMINISTRATOR)


def unknown_places(wording: Wording, subject: str, body: str) -> str:
    """The places that no fact may fill there, as they are written: "{unti}, {dat}"; empty when there are none."""
    return ", ".join(f"{{{place}}}" for place in wording.strangers(subject, body))
