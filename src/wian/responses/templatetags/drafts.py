"""What the script of a drafted form needs to know."""

from django import template
from django.utils.crypto import salted_hmac

from wian.kit.actor import Actor

register = template.Library()


@register.filter
def whose(actor: Actor) -> str:
    """A mark of the person: the browser keeps text under it, and shows it to nobody else."""
    return salted_hmac("responses.drafts", str(actor.person)).hexdigest()[:16]
