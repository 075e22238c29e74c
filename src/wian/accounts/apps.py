from datetime import time

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "wian.accounts"
    label = "accounts"

    def ready(self) -> None:
        from wian.accounts import faces
        from wian.accounts.tasks import forget
        from wian.kit import ref
        from wian.kit.work import every_day

        ref.show("accounts.account", faces.accounts)
        every_day(forget, at=time(3, 0))
