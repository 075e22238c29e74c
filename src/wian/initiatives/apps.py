from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "wian.initiatives"
    label = "initiatives"

    def ready(self) -> None:
        from wian.initiatives import faces
        from wian.kit import ref

        ref.show("initiatives.initiative", faces.initiatives)
