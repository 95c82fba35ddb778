"""One way to answer with a page: the whole page, or only its changing part when htmx asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import select_template
from django.utils.cache import patch_vary_headers

SUFFIX = ".html"


def fragment_name(template: str) -> str:
    """`leave/request_form.html` has its changing part in `leave/request_form_fragment.html`."""
    return template.removesuffix(SUFFIX) + "_fragment" + SUFFIX


def wants_fragment(request: HttpRequest) -> bool:
    """htmx asks for a part, unless it restores a page that it has forgotten."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-History-Restore-Request") != "true"


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when nothing was filled in; None while a page is only read."""
    return request.POST if request.method == "POST" else None


def render_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The page, or its fragment for htmx; a template without a fragment is always given whole."""
    name = template
    if wants_fragment(request):
        name = select_template([fragment_name(template), template]).template.name
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
