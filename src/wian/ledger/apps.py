from datetime import time

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LedgerConfig(AppConfig):
    name = "wian.ledger"
    label = "ledger"

    def ready(self) -> None:
        from wian.kit.act import on_close
        from wian.kit.work import each_round, every_day
        from wian.ledger import chain, delivery, tasks, triggers

        on_close(chain.append)
        post_migrate.connect(triggers.install, sender=self)
        post_migrate.connect(delivery.set_cursors, sender=self)
        each_round(delivery.deliver_waiting)
        every_day(tasks.seal_the_day_before, at=time(0, 5))
