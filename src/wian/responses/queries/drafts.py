"""What a unit has typed and not made part of its answer."""

from wian.asks.models import Obligation
from wian.asks.states import OPEN
from wian.circulars.models import Recipient
from wian.responses.models import Draft

TEXT = "text"  # the form of an answer that is given as a whole: what is drafted there is the answer


def left_in_forms(recipient: Recipient) -> list[Obligation]:
    """The asks for which a name or a project was typed and not added, or changed and not saved: none of it would be sent."""
    drafts = Draft.objects.filter(obligation__recipient=recipient, standing=True).exclude(text="")
    open_ = drafts.filter(obligation__state__in=OPEN).exclude(form=TEXT)
    return list(Obligation.objects.filter(pk__in=open_.values("obligation")).select_related("ask"))
