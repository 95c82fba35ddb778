"""Addresses of doing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
