"""Addresses of what a year of performance yields."""

from django.urls import URLPattern, path

from jenjang.performance.views import papers, results, year

urlpatterns: list[URLPattern] = [
    path("kinerja/angka-kredit/", results.own_credit, name="own_credit"),
    path("kinerja/angka-kredit/<nip:nip>/", results.credit, name="credit"),
    path("kinerja/angka-kredit/<nip:nip>/pak.pdf", papers.determination, name="determination"),
    path("kinerja/angka-kredit/<nip:nip>/akumulasi.pdf", papers.accumulation, name="accumulation"),
    path("kinerja/angka-kredit/<nip:nip>/konversi-<int:year>.pdf", papers.conversion, name="conversion"),
    path("kinerja/ip-asn/", results.own_index, name="own_index"),
    path("kinerja/ip-asn/unit/", results.unit_indexes, name="unit_indexes"),
    path("kinerja/ip-asn/<nip:nip>/", results.index, name="index"),
    path("kinerja/skp/<int:pk>/skp.pdf", papers.skp, name="skp_paper"),
    path("kinerja/skp/<int:pk>/matriks.pdf", papers.matrix, name="matrix_paper"),
    path("kinerja/evaluasi/<int:pk>/evaluasi.pdf", papers.evaluation, name="evaluation_paper"),
    path("kinerja/evaluasi/<int:pk>/dokumen.pdf", papers.summary, name="summary_paper"),
    path("kinerja/unit/<int:pk>/kurva-<int:year>-<int:period>.pdf", papers.curve, name="curve_paper"),
    path("kinerja/tahun/<int:number>/", year.closing, name="year"),
    path("kinerja/tahun/<int:number>/e-kinerja-<int:period>.xlsx", year.export, name="export_year"),
    path("kinerja/tahun/<int:number>/angka-kredit.xlsx", year.export_credits, name="export_credits"),
    path("kinerja/tahun/<int:number>/tutup/", year.close, name="close_year"),
    path("kinerja/tahun/<int:number>/nyatakan/", year.declare, name="declare_year"),
]
