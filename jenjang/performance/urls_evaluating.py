"""Addresses of evaluating."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
