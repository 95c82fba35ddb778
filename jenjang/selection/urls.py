"""Addresses of selections."""

from django.urls import path, register_converter

from jenjang.selection.views import (
    applicants,
    applying,
    decision,
    ending,
    interests,
    marking,
    objections,
    own,
    panels,
    papers,
    ranking,
    reading,
    vacancies,
)

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


class StageConverter:
    """Yang dinilai: satu kata dengan garis bawah."""

    regex = "[a-z_]{3,20}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(NumberConverter, "lowongan")
register_converter(SheetConverter, "cetakan")
register_converter(StageConverter, "tahap")

urlpatterns = [
    path("lowongan/", vacancies.listing, name="vacancies"),
    path("lowongan/buka/", vacancies.choose, name="choose"),
    path("lowongan/buka/<int:pk>/", vacancies.open_on, name="open"),
    path("lowongan/<lowongan:number>/", ranking.vacancy, name="vacancy"),
    path("lowongan/<lowongan:number>/kriteria/", vacancies.criteria, name="criteria"),
    path("lowongan/<lowongan:number>/umumkan/", vacancies.publish, name="publish"),
    path("lowongan/<lowongan:number>/hitung/", ranking.compute, name="compute"),
    path("lowongan/<lowongan:number>/masukan.<cetakan:kind>", ranking.inputs, name="inputs"),
    path("lowongan/<lowongan:number>/penghitungan/", reading.runs, name="runs"),
    path("lowongan/<lowongan:number>/kriteria/berlaku/", reading.terms, name="terms"),
    path("lowongan/<lowongan:number>/akhiri/", ending.end, name="end"),
    path("lowongan/<lowongan:number>/tiga-nama/kembalikan/", ending.return_names, name="return_names"),
    path("lowongan/<lowongan:number>/kesediaan/", reading.willing, name="willing"),
    path("lowongan/<lowongan:number>/kesediaan/tanya/", ranking.ask, name="ask"),
    path("lowongan/<lowongan:number>/seri/<int:rank>/", ranking.settle, name="settle"),
    path("seleksi-saya/", own.results, name="own_results"),
    path("seleksi-saya/<lowongan:number>/", own.result, name="own_result"),
    path("seleksi-saya/<lowongan:number>/kesediaan/", own.answer, name="own_answer"),
    path("menilai/", marking.mine, name="mine"),
    path("menilai/<lowongan:number>/", marking.work, name="work"),
    path("menilai/<lowongan:number>/pernyataan/", marking.declare, name="declare"),
    path("menilai/<lowongan:number>/calon/<int:pk>/", marking.candidate, name="candidate"),
    path("menilai/<lowongan:number>/calon/<int:pk>/berkas/<int:paper_pk>/", marking.paper, name="candidate_paper"),
    path("menilai/<lowongan:number>/nilai/<tahap:stage>/", marking.sheet, name="sheet"),
    path("menilai/<lowongan:number>/nilai/<tahap:stage>/kunci/", marking.lock, name="lock"),
    path("lowongan/<lowongan:number>/penilai/", panels.panel, name="panel"),
    path("lowongan/<lowongan:number>/penilai/bentuk/", panels.form, name="form_panel"),
    path("lowongan/<lowongan:number>/penilai/mulai/", panels.begin, name="begin"),
    path("lowongan/<lowongan:number>/penilai/hubungan/<int:pk>/", panels.rule, name="rule_tie"),
    path("lowongan/<lowongan:number>/penilai/cadangan/", panels.reserve, name="reserve"),
    path("lowongan/<lowongan:number>/penilai/ganti/", panels.replace, name="replace"),
    path("lowongan/<lowongan:number>/pelamar/", applicants.listing, name="applicants"),
    path("lowongan/<lowongan:number>/pelamar/luar/", applicants.register, name="register"),
    path("lowongan/<lowongan:number>/pelamar/perpanjang/", applicants.extend, name="extend"),
    path("lowongan/<lowongan:number>/pelamar/<int:pk>/", applicants.check, name="check"),
    path("lowongan/<lowongan:number>/pelamar/<int:pk>/hasil/", applicants.stage, name="stage"),
    path(
        "lowongan/<lowongan:number>/pelamar/<int:pk>/berkas/<int:paper_pk>/", applicants.paper, name="applicant_paper"
    ),
    path("lamaran/", applying.mine, name="applications"),
    path("lamaran/lamar/<lowongan:number>/", applying.apply, name="apply"),
    path("lamaran/<int:pk>/", applying.application, name="application"),
    path("lamaran/<int:pk>/ajukan/", applying.submit, name="submit"),
    path("lamaran/<int:pk>/tarik/", applying.withdraw, name="withdraw"),
    path("lamaran/<int:pk>/berkas/<int:paper_pk>/", applying.paper, name="own_paper"),
    path("lowongan/<lowongan:number>/putusan/", decision.decision, name="decision"),
    path("lowongan/<lowongan:number>/putusan/tetapkan/", decision.decide, name="decide"),
    path("lowongan/<lowongan:number>/putusan/rancangan/", decision.keep_draft, name="keep_draft"),
    path("lowongan/<lowongan:number>/putusan/kembalikan/", decision.send_back, name="send_back"),
    path("lowongan/<lowongan:number>/putusan/usulkan/", decision.propose, name="propose"),
    path("lowongan/<lowongan:number>/putusan/pernyataan/", interests.declare, name="declare_interest"),
    path(
        "lowongan/<lowongan:number>/putusan/hubungan/<int:account>/<int:pk>/", interests.settle, name="settle_interest"
    ),
    path("lowongan/<lowongan:number>/putusan/tiga-nama/", papers.forward, name="forward"),
    path("lowongan/<lowongan:number>/putusan/pertek/", papers.approval, name="approval"),
    path("lowongan/<lowongan:number>/putusan/tanda-tangan/", papers.sign, name="sign"),
    path("lowongan/<lowongan:number>/putusan/pelantikan/", papers.inaugurate, name="inaugurate"),
    path("naskah/<int:pk>/", papers.paper, name="paper"),
    path("seleksi-saya/<lowongan:number>/keberatan/", objections.own_objections, name="own_objections"),
    path("seleksi-saya/<lowongan:number>/keberatan/<int:pk>/tarik/", objections.withdraw, name="withdraw_objection"),
    path("keberatan/", objections.listing, name="objections"),
    path("keberatan/<int:pk>/", objections.objection, name="objection"),
    path("keberatan/bukti/<int:pk>/", objections.evidence, name="evidence"),
]
