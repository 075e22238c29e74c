from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "wian.letters"
    label = "letters"

    def ready(self) -> None:
        from wian.kit import ref
        from wian.kit.notices import notify
        from wian.letters import events, faces, notices

        ref.show("letters.letter", faces.letters)
        ref.show("letters.draft", faces.drafts)
        notify(events.PutForward.name, notices.put_forward)
        notify(events.Passed.name, notices.passed)
        notify(events.SentBack.name, notices.sent_back)
        notify(events.Issued.name, notices.issued)
