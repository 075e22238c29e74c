from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "wian.house"
    label = "house"
