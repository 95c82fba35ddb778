from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    name = "jenjang.performance"
    label = "performance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.performance import waiting, waiting_doing, waiting_evaluating

        for provider in (
            waiting.for_person, waiting.for_leader, waiting.for_unit_officer, waiting_doing.invites_to_write,
            *waiting_evaluating.PROVIDERS,
        ):  # fmt: skip
            todo.register(provider)
