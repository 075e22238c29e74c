from django.apps import AppConfig


class DesksConfig(AppConfig):
    name = "wian.desks"
    label = "desks"
