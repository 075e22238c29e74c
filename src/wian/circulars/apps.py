from django.apps import AppConfig


class CircularsConfig(AppConfig):
    name = "wian.circulars"
    label = "circulars"

    def ready(self) -> None:
        from wian.circulars import events, faces, notices
        from wian.kit import ref
        from wian.kit.notices import notify
        from wian.letters.events import Superseded

        ref.show("circulars.circular", faces.circulars)
        ref.show("circulars.recipient", faces.recipients)
        notify(events.Sent.name, notices.sent)
        notify(events.LetterRejected.name, notices.letter_rejected)
        notify(events.LetterCalledInvalid.name, notices.letter_called_invalid)
        notify(Superseded.name, notices.superseded)
