from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    name = "jenjang.performance"
    label = "performance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.performance import panels, panels_doing, waiting, waiting_doing, waiting_evaluating

        for gates in (waiting.GATES, waiting_doing.GATES, waiting_evaluating.GATES):
            for provider, gate in gates.items():
                todo.register(provider, gate)
        panels.register_for_skps(panels_doing.of_skp)
