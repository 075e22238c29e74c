from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    name = "wian.responses"
    label = "responses"

    def ready(self) -> None:
        from wian.kit.notices import notify
        from wian.responses import events, notices

        notify(events.Presented.name, notices.presented)
        notify(events.Submitted.name, notices.submitted)
        notify(events.RecordedOnBehalf.name, notices.recorded_on_behalf)
        notify(events.Returned.name, notices.returned)
        notify(events.Accepted.name, notices.accepted)
        notify(events.TakenBack.name, notices.taken_back)
        notify(events.CorrectedForUnit.name, notices.corrected_for_unit)
        notify(events.FilledIn.name, notices.filled_in)
        notify(events.Confirmed.name, notices.confirmed)
