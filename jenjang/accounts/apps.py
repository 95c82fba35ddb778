from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "jenjang.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Home shows the role proposals that wait for this person, and the roles that nobody holds."""
        from jenjang.accounts import todo, waiting

        todo.register(waiting.roles)
