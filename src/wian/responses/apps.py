from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    name = "wian.responses"
    label = "responses"
