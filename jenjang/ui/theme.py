"""Tampilan: light, dark, or as the device; the choice is a cookie that the server reads, so nothing flashes."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest, HttpResponse

COOKIE = "tampilan"
A_YEAR = 365 * 24 * 60 * 60


class Theme(StrEnum):
    """Values of the cookie."""

    DEVICE = "perangkat"
    LIGHT = "terang"
    DARK = "gelap"

    @property
    def label(self) -> str:
        return {Theme.DEVICE: "Ikut perangkat", Theme.LIGHT: "Terang", Theme.DARK: "Gelap"}[self]

    @property
    def attribute(self) -> str:
        """Value of `data-bs-theme`; none means that the device decides."""
        return {Theme.DEVICE: "", Theme.LIGHT: "light", Theme.DARK: "dark"}[self]


def chosen(request: HttpRequest) -> Theme:
    """The choice of this browser; an unknown cookie means the device."""
    try:
        return Theme(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return Theme.DEVICE


def remember(response: HttpResponse, theme: Theme, *, secure: bool) -> None:
    """Keep the choice for a year; no script needs to read it."""
    if theme is Theme.DEVICE:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(COOKIE, theme.value, max_age=A_YEAR, samesite="Lax", httponly=True, secure=secure)
