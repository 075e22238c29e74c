from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "wian.directory"
    label = "directory"

    def ready(self) -> None:
        from wian.directory import faces
        from wian.kit import ref

        ref.show("directory.unit", faces.units)
