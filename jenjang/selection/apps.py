from django.apps import AppConfig


class SelectionConfig(AppConfig):
    name = "jenjang.selection"
    label = "selection"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.selection import waiting

        for provider, gate in waiting.GATES.items():
            todo.register(provider, gate)
