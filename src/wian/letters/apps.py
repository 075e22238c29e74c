from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "wian.letters"
    label = "letters"

    def ready(self) -> None:
        from wian.kit import ref
        from wian.letters import faces

        ref.show("letters.letter", faces.letters)
