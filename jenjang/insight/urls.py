"""Addresses of insight."""

from django.urls import path

from jenjang.insight import views

app_name = "insight"

urlpatterns = [path("temuan/", views.signals, name="signals")]
