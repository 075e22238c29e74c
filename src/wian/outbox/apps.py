from datetime import time

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "wian.outbox"
    label = "outbox"

    def ready(self) -> None:
        from wian.kit import ref
        from wian.kit.work import every_day
        from wian.ledger.delivery import listen
        from wian.outbox import faces
        from wian.outbox.commands.tell import hear
        from wian.outbox.tasks import send_digests

        ref.show("outbox.rewording", faces.rewordings)
        listen("outbox", hear)
        every_day(send_digests, at=time(8, 0))
