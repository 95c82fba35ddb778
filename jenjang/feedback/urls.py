"""Addresses of feedback."""

from django.urls import path

from jenjang.feedback.views import managing, notes, pulse, recognitions, rounds, upward

app_name = "feedback"

urlpatterns = [
    path("umpan-balik/", notes.own, name="own"),
    path("umpan-balik/cari/", notes.find, name="find"),
    path("umpan-balik/saran/", notes.hint, name="hint"),
    path("umpan-balik/minta/", notes.ask, name="ask"),
    path("umpan-balik/tim/", notes.team, name="team"),
    path("umpan-balik/tanpa-nama/", upward.write, name="upward"),
    path("umpan-balik/tulis/<int:pk>/", notes.write, name="write"),
    path("umpan-balik/permintaan/<int:pk>/lewati/", notes.decline, name="decline"),
    path("umpan-balik/permintaan/<int:pk>/batalkan/", notes.cancel, name="cancel"),
    path("umpan-balik/catatan/<int:pk>/", notes.note, name="note"),
    path("umpan-balik/catatan/<int:pk>/jawab/", notes.answer, name="answer"),
    path("umpan-balik/catatan/<int:pk>/terima-kasih/", notes.thank, name="thank_note"),
    path("umpan-balik/catatan/<int:pk>/tarik/", notes.withdraw, name="withdraw_note"),
    path("umpan-balik/360/", rounds.own, name="round"),
    path("umpan-balik/360/isi/<int:pk>/", rounds.fill, name="fill"),
    path("umpan-balik/360/isi/<int:pk>/mundur/", rounds.step_back, name="step_back"),
    path("umpan-balik/360/penilai/<int:pk>/sanggah/", rounds.object_to, name="object"),
    path("umpan-balik/360/sanggahan/", rounds.objections, name="objections"),
    path("umpan-balik/360/sanggahan/<int:pk>/", rounds.settle, name="settle"),
    path("umpan-balik/360/hasil/<int:pk>/", rounds.result, name="result"),
    path("umpan-balik/360/kelola/", managing.all_rounds, name="rounds"),
    path("umpan-balik/360/kelola/buka/", managing.open_round, name="open_round"),
    path("umpan-balik/360/kelola/<int:pk>/usulkan/", managing.propose, name="propose"),
    path("umpan-balik/360/kelola/<int:pk>/hitung/", managing.count_round, name="count_round"),
    path("umpan-balik/360/kelola/<int:pk>/batalkan/", managing.cancel_round, name="cancel_round"),
    path("apresiasi/", recognitions.wall, name="wall"),
    path("apresiasi/beri/<int:pk>/", recognitions.give, name="recognise"),
    path("apresiasi/<int:pk>/terima-kasih/", recognitions.thank, name="thank"),
    path("apresiasi/<int:pk>/tarik/", recognitions.withdraw, name="withdraw"),
    path("apresiasi/<int:pk>/sembunyikan/", recognitions.hide, name="hide"),
    path("denyut/", pulse.pulse, name="pulse"),
    path("denyut/isi/", pulse.fill, name="fill_pulse"),
    path("denyut/unit/<int:pk>/", pulse.unit, name="pulse_unit"),
    path("denyut/kelola/", managing.all_pulses, name="pulses"),
    path("denyut/kelola/buka/", managing.open_pulse, name="open_pulse"),
    path("denyut/kelola/<int:pk>/hitung/", managing.count_pulse, name="count_pulse"),
]
