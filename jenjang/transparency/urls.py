"""Addresses of what everybody may read."""

from django.urls import path

from jenjang.transparency.views import law

app_name = "transparency"
urlpatterns = [
    path("hukum/", law.home, name="law"),
    path("hukum/instrumen/", law.instruments, name="instruments"),
    path("hukum/instrumen/<slug:key>/", law.instrument, name="instrument"),
    path("hukum/parameter/", law.parameters, name="parameters"),
    path("hukum/parameter/<str:key>/", law.parameter, name="parameter"),
    path("hukum/aturan/", law.rules, name="rules"),
    path("hukum/aturan/<str:key>/", law.rule, name="rule"),
    path("hukum/aturan/<str:key>/hitung/", law.calculator, name="calculator"),
]
