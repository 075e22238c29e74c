from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "wian.kit"
    label = "kit"
