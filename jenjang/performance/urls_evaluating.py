"""Addresses of evaluating."""

from django.urls import URLPattern, path

from jenjang.performance.views import answering, evaluating, improving, patterns, team_rating, unit_ratings

_UNIT = "kinerja/sebaran/<int:year>/<int:period>/<int:unit>/"

urlpatterns: list[URLPattern] = [
    path("kinerja/evaluasi/", evaluating.own_list, name="own_evaluations"),
    path("kinerja/evaluasi/<int:pk>/", evaluating.evaluation, name="evaluation"),
    path("kinerja/evaluasi/<int:pk>/isi/", evaluating.fill, name="fill"),
    path("kinerja/evaluasi/<int:pk>/kirim/", evaluating.send_review, name="send_review"),
    path("kinerja/evaluasi/<int:pk>/tarik/", evaluating.take_back_review, name="take_back_review"),
    path("kinerja/evaluasi/<int:pk>/nilai/", evaluating.rate, name="rate"),
    path("kinerja/evaluasi/<int:pk>/serahkan/", evaluating.release, name="release"),
    path("kinerja/evaluasi/<int:pk>/bukti/<int:evidence>/", evaluating.proof, name="evaluation_proof"),
    path("kinerja/evaluasi/<int:pk>/tanda-tangan/", answering.sign, name="sign"),
    path("kinerja/evaluasi/<int:pk>/keberatan/", answering.object_to, name="object"),
    path("kinerja/evaluasi/<int:pk>/keberatan/bukti/", answering.objection_paper, name="objection_paper"),
    path("kinerja/evaluasi/<int:pk>/putusan/", answering.rule, name="rule"),
    path("kinerja/evaluasi/<int:pk>/ubah/", answering.amend, name="amend"),
    path("kinerja/evaluasi/<int:pk>/pembinaan/", improving.begin, name="begin_improvement"),
    path("kinerja/perubahan/", answering.amendments, name="amendments"),
    path("kinerja/perubahan/<int:pk>/", answering.settle, name="settle_amendment"),
    path("kinerja/tim/penilaian/", team_rating.to_sheet, name="team_rating"),
    path("kinerja/tim/penilaian/<int:year>/<int:period>/", team_rating.sheet, name="team_sheet"),
    path("kinerja/tim/penilaian/<int:year>/<int:period>/selesai/", team_rating.finish, name="finish_team"),
    path("kinerja/tim/penilaian/<int:year>/<int:period>/serahkan/", team_rating.hand_over, name="hand_over_team"),
    path("kinerja/tim/pola/", patterns.own_pattern, name="own_pattern"),
    path("kinerja/pola/", patterns.listing, name="patterns"),
    path("kinerja/pola/baca/", patterns.read, name="read_patterns"),
    path("kinerja/pola/<int:pk>/", patterns.pattern, name="pattern"),
    path("kinerja/sebaran/", unit_ratings.listing, name="distribution"),
    path(_UNIT, unit_ratings.unit, name="unit_ratings"),
    path(_UNIT + "predikat/", unit_ratings.set_predicate, name="set_unit_predicate"),
    path(_UNIT + "kecuali/", unit_ratings.make_exception, name="make_exception"),
    path(_UNIT + "kalibrasi/", unit_ratings.calibrate, name="calibrate"),
    path(_UNIT + "kalibrasi/<int:pk>/", unit_ratings.calibration, name="calibration"),
    path(_UNIT + "serahkan/", unit_ratings.release, name="release_unit"),
    path("kinerja/pembinaan/", improving.listing, name="improvements"),
    path("kinerja/pembinaan/<int:pk>/", improving.plan, name="improvement"),
    path("kinerja/pembinaan/<int:pk>/langkah/", improving.add_step, name="add_step"),
    path("kinerja/pembinaan/<int:pk>/langkah/<int:step>/", improving.do_step, name="do_step"),
    path("kinerja/pembinaan/<int:pk>/langkah/<int:step>/hapus/", improving.remove_step, name="remove_step"),
    path("kinerja/pembinaan/<int:pk>/tutup/", improving.close, name="close_improvement"),
]
