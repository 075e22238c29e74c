from django.apps import AppConfig


class AsksConfig(AppConfig):
    name = "wian.asks"
    label = "asks"

    def ready(self) -> None:
        from wian.asks import events, faces, notices
        from wian.kit import ref
        from wian.kit.notices import notify

        ref.show("asks.obligation", faces.obligations)
        ref.show("asks.read_in", faces.read_ins)
        notify(events.Launched.name, notices.launched)
        notify(events.Extended.name, notices.extended)
        notify(events.TimeAsked.name, notices.time_asked)
        notify(events.TimeRefused.name, notices.time_refused)
        notify(events.Exempted.name, notices.exempted)
        notify(events.ExemptionEnded.name, notices.exemption_ended)
        notify(events.Closed.name, notices.closed)
        notify(events.Reopened.name, notices.reopened)
        notify(events.Reminded.name, notices.reminded)
