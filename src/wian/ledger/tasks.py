from contextlib import suppress
from datetime import date, timedelta

from wian.kit import clock
from wian.kit.work import job
from wian.ledger.commands.seal import seal
from wian.ledger.refusals import SealedBefore


@job
def seal_the_day_before(day: str) -> None:
    """Seal the day before `day` (ISO). A seal that it already has, by hand or by a job that was cut off, stays."""
    with suppress(SealedBefore):
        seal(date.fromisoformat(day) - timedelta(days=1), at=clock.now())
