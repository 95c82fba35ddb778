from django.apps import AppConfig


class PersonnelConfig(AppConfig):
    name = "jenjang.personnel"
    label = "personnel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import hooks, todo
        from jenjang.ledger import naming
        from jenjang.organization.queries import unit_names
        from jenjang.personnel import home, queries, scopes

        naming.tell_people_names(queries.full_names)
        scopes.register()
        hooks.unit_source(unit_names)
        todo.register(home.waiting, home.anybodys_requests)
        todo.register_next(home.coming)
