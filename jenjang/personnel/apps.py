from django.apps import AppConfig


class PersonnelConfig(AppConfig):
    name = "jenjang.personnel"
    label = "personnel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import hooks, todo
        from jenjang.organization.queries import unit_names
        from jenjang.personnel import home, scopes

        scopes.register()
        hooks.unit_source(unit_names)
        todo.register(home.waiting)
        todo.register_next(home.coming)
