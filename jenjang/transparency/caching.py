"""Halaman terbuka: marks a view public, gives its answer an ETag, and lets caches keep what nobody has signed in to read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers, set_response_etag

from jenjang.accounts.access import public

SECONDS = 60
View = Callable[..., HttpResponse]


def open_page(view: View) -> View:
    """Public; kept by anybody for a minute and then asked again by ETag. Who is signed in gets a fresh page.

    A stranger without cookies gets the same bytes as every other one; a chosen theme is a cookie, so caches tell them apart.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        response = view(request, *args, **options)
        if request.method not in ("GET", "HEAD") or response.status_code != 200 or response.streaming:
            return response
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            return response
        response.headers.setdefault("Cache-Control", f"public, max-age={SECONDS}")
        patch_vary_headers(response, ["Cookie"])
        set_response_etag(response)
        conditional = get_conditional_response(request, etag=response.headers["ETag"], response=response)
        return conditional or response

    return public(answer)
