from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "jenjang.feedback"
    label = "feedback"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.feedback import panels, waiting
        from jenjang.performance.panels import register_for_skps

        for provider, gate in waiting.GATES.items():
            todo.register(provider, gate)
        todo.register_next(waiting.coming, waiting.while_a_round_runs)
        register_for_skps(panels.of_skp)
