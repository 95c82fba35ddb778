"""Addresses of steering."""

from django.urls import URLPattern, path

from jenjang.performance.views import steering

urlpatterns: list[URLPattern] = [
    path("kinerja/pantau/", steering.board, name="board"),
    path("kinerja/pantau/orang/", steering.people, name="board_people"),
    path("kinerja/pantau/ingatkan/", steering.remind, name="remind"),
]
