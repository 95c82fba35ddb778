"""Addresses of the interface itself."""

from django.urls import path

from jenjang.ui import views

app_name = "ui"
urlpatterns = [
    path("tampilan/", views.choose_theme, name="theme"),
    path("menu/", views.menu, name="menu"),
    path("galeri/", views.show_gallery, name="gallery"),
    path("aksesibilitas/", views.accessibility, name="accessibility"),
]
