from wian.asks.commands.move import stand_again
from wian.asks.models import Obligation
from wian.responses.models import Attachment, Item, Nomination, Proposal

# Everything that is put in one by one.
ITEMS: tuple[type[Item], ...] = (Nomination, Proposal, Attachment)


def settle(obligation: Obligation) -> None:
    """When nothing new is left in an answer that was added to, it stands as it was sent. Part of the caller's act."""
    new = (
        model._default_manager.filter(response=obligation.pk, withdrawn_at=None, sent_at=None).exists()
        for model in ITEMS
    )
    if not any(new):
        stand_again(obligation)
