from django.apps import AppConfig


class SelectionConfig(AppConfig):
    name = "jenjang.selection"
    label = "selection"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.accounts import todo
        from jenjang.selection import queries_objection, waiting

        for provider in (
            waiting.for_members,
            waiting.for_officers,
            waiting.for_applicants,
            waiting.for_asked,
            waiting.for_followers,
            queries_objection.waiting_for,
        ):
            todo.register(provider)
