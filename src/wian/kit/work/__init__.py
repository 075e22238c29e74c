"""Work that need not be done while somebody waits: jobs, put in the transaction of the act that wants them.

    @job                                  # in a room: ids in, load, one command
    def send_digests(day: str) -> None: ...

    put(send, message.pk)                 # done by a worker after the act has committed
    every_day(send_digests, at=time(8))   # from the room's apps.py

A job's changes and the mark that it is done are one transaction: they are there exactly once, whichever worker is killed
at whichever moment. A job that reaches outside the database is `@job(alone=True)`: it may be repeated, and is written for it.
"""

from wian.kit.work.jobs import ATTEMPTS, Retry, job, put, put_all
from wian.kit.work.schedule import every_day
from wian.kit.work.worker import Worker, each_round, run_until_idle

__all__ = [
    "ATTEMPTS",
    "Retry",
    "Worker",
    "each_round",
    "every_day",
    "job",
    "put",
    "put_all",
    "run_until_idle",
]
