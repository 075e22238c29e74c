from django.apps import AppConfig


class CircularsConfig(AppConfig):
    name = "wian.circulars"
    label = "circulars"

    def ready(self) -> None:
        from wian.circulars import faces
        from wian.kit import ref

        ref.show("circulars.circular", faces.circulars)
        ref.show("circulars.recipient", faces.recipients)
