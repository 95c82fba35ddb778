from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "jenjang.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.kernel import imports  # noqa: F401  (enters its tasks)
