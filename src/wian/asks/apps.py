from django.apps import AppConfig


class AsksConfig(AppConfig):
    name = "wian.asks"
    label = "asks"

    def ready(self) -> None:
        from wian.asks import faces
        from wian.kit import ref

        ref.show("asks.obligation", faces.obligations)
