from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "jenjang.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import queries
        from jenjang.kernel import hooks

        hooks.tell_two_people(queries.are_two_people)
