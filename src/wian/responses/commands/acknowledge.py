from datetime import datetime

from wian.asks.commands.move import hold, set_whole
from wian.asks.models import Obligation
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.responses.commands.begin import begin
from wian.responses.commands.submit import submit
from wian.responses.models import Signature, Submission


@act
def acknowledge(obligation: Obligation, *, by: Actor, at: datetime) -> Submission:
    """Take note of what the letter tells (ทราบ): one tap of whoever answers for the unit, sent at once, with proof.

    Raises AnswerClosed, AskClosed, NotInThatState.
    """
    hold(obligation.recipient)
    begin(obligation, by=by, at=at)
    set_whole(obligation, there=True)
    way = Signature.Way.TAP
    submission = submit(obligation.recipient, way=way, only=obligation, by=by, at=at)
    Signature.objects.create(
        submission=submission, way=way, name=by.name, capacity=by.title, on=clock.day_of(at)
    )
    return submission
