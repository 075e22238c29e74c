from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LedgerConfig(AppConfig):
    name = "wian.ledger"
    label = "ledger"

    def ready(self) -> None:
        from wian.kit.act import on_close
        from wian.ledger import chain, triggers

        on_close(chain.append)
        post_migrate.connect(triggers.install, sender=self)
