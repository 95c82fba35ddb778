"""Addresses of competency. The seat's own page stands in personnel."""

from django.urls import path

from jenjang.competency import views

app_name = "competency"

urlpatterns = [path("jabatan/<key:pk>/standar/", views.standard, name="standard")]
