"""Addresses of projects."""

from django.urls import URLPattern, path

from jenjang.projects.views import charters, work

app_name = "projects"

urlpatterns: list[URLPattern] = [
    path("tim-kerja/", charters.listing, name="list"),
    path("tim-kerja/baru/", charters.new, name="new"),
    path("tim-kerja/persetujuan/", work.all_consents, name="consents"),
    path("tim-kerja/persetujuan/<int:pk>/", work.consent, name="consent"),
    path("tim-kerja/anggota/<int:pk>/akhiri/", charters.drop_member, name="drop_member"),
    path("tim-kerja/tugas/<int:pk>/", work.change_task, name="change_task"),
    path("tim-kerja/tugas/<int:pk>/pindah/", work.move_task, name="move_task"),
    path("tim-kerja/kontribusi/<int:pk>/", work.contribution, name="contribution"),
    path("tim-kerja/<int:pk>/", charters.project, name="project"),
    path("tim-kerja/<int:pk>/ubah/", charters.change, name="change"),
    path("tim-kerja/<int:pk>/anggota/", charters.add_member, name="add_member"),
    path("tim-kerja/<int:pk>/ajukan/", charters.propose, name="propose"),
    path("tim-kerja/<int:pk>/selesai/", charters.finish, name="finish"),
    path("tim-kerja/<int:pk>/hentikan/", charters.stop, name="stop"),
    path("tim-kerja/<int:pk>/tugas/", work.add_task, name="add_task"),
    path("tim-kerja/<int:pk>/kontribusi/", work.tell, name="tell"),
]
