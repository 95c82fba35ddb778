from django.apps import AppConfig


class PersonnelConfig(AppConfig):
    name = "jenjang.personnel"
    label = "personnel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.personnel import scopes

        scopes.register()
