from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "wian.files"
    label = "files"
