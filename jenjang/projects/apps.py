from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "jenjang.projects"
    label = "projects"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.projects import waiting

        for provider in (waiting.of_heads, waiting.of_leads, waiting.of_members):
            todo.register(provider)
