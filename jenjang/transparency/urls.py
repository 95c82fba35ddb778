"""Addresses of what everybody may read."""

from django.urls import path

from jenjang.transparency.views import checking, law, opendata, vacancies

app_name = "transparency"
urlpatterns = [
    path("", vacancies.home, name="home"),
    path("publik/lowongan/", vacancies.vacancies, name="vacancies"),
    path("publik/lowongan/<str:number>/", vacancies.vacancy, name="vacancy"),
    path("periksa/", checking.check, name="check"),
    path("periksa/titik-periksa.txt", checking.checkpoint, name="checkpoint"),
    path("s/<slug:address>", checking.decree, name="decree"),
    path("s/<slug:address>/", checking.decree, name="decree_slash"),
    path("data-terbuka/", opendata.sets, name="opendata"),
    path("data-terbuka/<slug:name>.<slug:form>", opendata.download, name="download"),
    path("kebijakan-data/", opendata.privacy, name="privacy"),
    path("hukum/", law.home, name="law"),
    path("hukum/instrumen/", law.instruments, name="instruments"),
    path("hukum/instrumen/<slug:key>/", law.instrument, name="instrument"),
    path("hukum/parameter/", law.parameters, name="parameters"),
    path("hukum/parameter/<str:key>/", law.parameter, name="parameter"),
    path("hukum/aturan/", law.rules, name="rules"),
    path("hukum/aturan/<str:key>/", law.rule, name="rule"),
    path("hukum/aturan/<str:key>/hitung/", law.calculator, name="calculator"),
]
