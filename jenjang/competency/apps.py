from django.apps import AppConfig


class CompetencyConfig(AppConfig):
    name = "jenjang.competency"
    label = "competency"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from jenjang.competency.panels import standard_of_seat
        from jenjang.personnel.panels import register_for_seats

        register_for_seats(standard_of_seat)
