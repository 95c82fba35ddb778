from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "jenjang.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The ground asks who two people are; home shows the role proposals that wait, and the roles that nobody holds."""
        from jenjang.accounts import queries, todo, waiting
        from jenjang.kernel import hooks
        from jenjang.ledger import naming

        hooks.tell_two_people(queries.are_two_people)
        naming.tell_account_names(queries.names_of)
        todo.register(waiting.roles, waiting.roles_spoken_for)
