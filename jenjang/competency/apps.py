from django.apps import AppConfig


class CompetencyConfig(AppConfig):
    name = "jenjang.competency"
    label = "competency"
    default_auto_field = "django.db.models.BigAutoField"
