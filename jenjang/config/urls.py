"""Every address of the program, one include a slice."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("jenjang.accounts.urls")),
]
