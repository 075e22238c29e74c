from wian.kit.work import job
from wian.outbox.commands.digest import digest


@job
def send_digests(day: str) -> None:
    """The morning's one e-mail, for those who want one a day. `day` is the day it is sent (ISO)."""
    digest()
