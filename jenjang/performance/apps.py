from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    name = "jenjang.performance"
    label = "performance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.performance import panels, panels_doing, panels_results, waiting, waiting_doing, waiting_evaluating

        for gates in (waiting.GATES, waiting_doing.GATES, waiting_evaluating.GATES):
            for provider, gate in gates.items():
                todo.register(provider, gate)
        for panel in (panels_doing.of_skp, panels_results.credit_of_skp, panels_results.index_of_skp):
            panels.register_for_skps(panel)
