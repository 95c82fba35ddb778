"""Addresses of doing."""

from django.urls import URLPattern, path

from jenjang.performance.views import doing

urlpatterns: list[URLPattern] = [
    path("kinerja/catat/", doing.record, name="record"),
    path("kinerja/catat/saya/", doing.own, name="progress"),
    path("kinerja/catat/<int:pk>/tarik/", doing.withdraw, name="withdraw_progress"),
    path("kinerja/catat/bukti/", doing.proofs, name="proofs"),
    path("kinerja/catat/bukti/<int:pk>/", doing.proof, name="proof"),
    path("kinerja/catat/bukti/<int:pk>/berkas/", doing.proof_paper, name="proof_paper"),
    path("kinerja/catat/bukti/<int:pk>/lepas/<int:use>/", doing.release, name="release_proof"),
    path("kinerja/catat/skp/<int:pk>/", doing.written, name="written"),
    path("kinerja/catat/tim/", doing.team, name="team_progress"),
]
