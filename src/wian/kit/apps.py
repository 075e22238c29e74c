from datetime import time

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "wian.kit"
    label = "kit"

    def ready(self) -> None:
        from wian.kit.tasks import forget
        from wian.kit.work import every_day

        every_day(forget, at=time(3, 30))
