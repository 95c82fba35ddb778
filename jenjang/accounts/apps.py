from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "jenjang.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Home shows the role proposals that wait for this person, and the roles that nobody holds."""
        from jenjang.accounts import queries, todo, waiting
        from jenjang.ledger import naming

        naming.tell_account_names(queries.names_of)
        todo.register(waiting.roles, waiting.roles_spoken_for)
