"""Several who act on one letter at the same moment: one of them did it; on either database."""

from collections import Counter

from conftest import TOLD

from wian.circulars.commands.accept_letter import accept_letter
from wian.circulars.commands.receive import receive
from wian.circulars.commands.reject_letter import reject_letter
from wian.circulars.commands.send import send
from wian.circulars.models import Circular, Recipient
from wian.circulars.refusals import OutcomeStands, SentBefore
from wian.circulars.tests.support import issued
from wian.directory.models import Post, Unit
from wian.directory.story import FULL, INSTITUTE
from wian.kit.actor import Actor
from wian.ledger.chain import first_break


def actor(unit: str) -> Actor:
    post = Post.objects.filter(unit__name=unit)[0]
    return Actor(key="holding:0", title=post.title, post=post.pk, unit=post.unit_id)


def refused(outcomes, refusal) -> Counter:
    """How many did it, how many were refused, and whatever else happened."""
    return Counter(
        "refused"
        if isinstance(one, refusal)
        else "done"
        if one is None or isinstance(one, Circular)
        else repr(one)
        for one in outcomes
    )


def test_a_letter_is_sent_once(copied_database):
    issue, by = issued(), actor(INSTITUTE)
    units = [Unit.objects.get(name=FULL)]
    outcomes = copied_database.together([lambda: send(issue, units, by=by, at=TOLD)] * 8)
    assert refused(outcomes, SentBefore) == {"done": 1, "refused": 7}
    assert Circular.objects.filter(letter=issue.letter).count() == 1
    assert first_break() is None


def test_what_was_accepted_stays_accepted(copied_database):
    unit, by = Unit.objects.get(name=FULL), actor(FULL)
    circular = send(issued(), [unit], by=actor(INSTITUTE), at=TOLD)
    recipient = Recipient.objects.select_related("unit", "circular__letter").get(circular=circular)
    receive(recipient, by=by, at=TOLD)

    def accepting() -> None:
        accept_letter(Recipient.objects.select_related("unit").get(pk=recipient.pk), by=by, at=TOLD)

    def rejecting() -> None:
        reject_letter(
            Recipient.objects.select_related("unit").get(pk=recipient.pk), reason="อื่น", by=by, at=TOLD
        )

    outcomes = copied_database.together([accepting, rejecting] * 4)
    assert refused(outcomes, OutcomeStands).keys() <= {"done", "refused"}
    assert refused([outcomes[at] for at in range(0, 8, 2)], OutcomeStands) == {"done": 1, "refused": 3}
    assert Recipient.objects.get(pk=recipient.pk).outcome == "accepted"
    assert first_break() is None
