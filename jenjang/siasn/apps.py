from django.apps import AppConfig


class SiasnConfig(AppConfig):
    name = "jenjang.siasn"
    label = "siasn"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.siasn import staging
        from jenjang.siasn.todo import imports_to_review, waiting

        staging.register()
        todo.register(waiting, imports_to_review)
