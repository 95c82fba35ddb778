"""Addresses of insight."""

from django.urls import path

from jenjang.insight import views

app_name = "insight"

urlpatterns = [
    path("temuan/", views.signals, name="signals"),
    path("temuan/baca/", views.read, name="read"),
]
