from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "wian.accounts"
    label = "accounts"

    def ready(self) -> None:
        from wian.accounts import faces
        from wian.kit import ref

        ref.show("accounts.account", faces.accounts)
