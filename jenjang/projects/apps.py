from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "jenjang.projects"
    label = "projects"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.performance import teammates as matrix
        from jenjang.projects import teammates, waiting

        for provider, gate in waiting.GATES.items():
            todo.register(provider, gate)
        matrix.register(teammates.of_leads)
