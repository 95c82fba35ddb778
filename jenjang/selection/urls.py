"""Addresses of selections."""

from django.urls import path, register_converter

from jenjang.selection.views import own, ranking, vacancies

app_name = "selection"


class NumberConverter:
    """Nomor lowongan: L-2026-0001."""

    regex = r"L-[0-9]{4}-[0-9]{4,6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class SheetConverter:
    """Bentuk cetakan."""

    regex = "csv|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(NumberConverter, "lowongan")
register_converter(SheetConverter, "cetakan")

urlpatterns = [
    path("lowongan/", vacancies.listing, name="vacancies"),
    path("lowongan/buka/", vacancies.choose, name="choose"),
    path("lowongan/buka/<int:pk>/", vacancies.open_on, name="open"),
    path("lowongan/<lowongan:number>/", ranking.vacancy, name="vacancy"),
    path("lowongan/<lowongan:number>/kriteria/", vacancies.criteria, name="criteria"),
    path("lowongan/<lowongan:number>/umumkan/", vacancies.publish, name="publish"),
    path("lowongan/<lowongan:number>/hitung/", ranking.compute, name="compute"),
    path("lowongan/<lowongan:number>/masukan.<cetakan:kind>", ranking.inputs, name="inputs"),
    path("lowongan/<lowongan:number>/kesediaan/", ranking.ask, name="ask"),
    path("lowongan/<lowongan:number>/seri/<int:rank>/", ranking.settle, name="settle"),
    path("seleksi-saya/", own.results, name="own_results"),
    path("seleksi-saya/<lowongan:number>/", own.result, name="own_result"),
    path("seleksi-saya/<lowongan:number>/kesediaan/", own.answer, name="own_answer"),
]
