"""Pages of the interface itself: how it looks, what it consists of, whom it serves."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods

from jenjang.ui import gallery, theme
from jenjang.ui.context import Shell
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page


class ThemeForm(Form):
    """Tampilan."""

    theme = forms.ChoiceField(
        label="Tampilan", choices=[(one.value, one.label) for one in theme.Theme], widget=forms.RadioSelect
    )
    next = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)


def _base(request: HttpRequest) -> str:
    """The frame around a page that both the signed-in and the public open."""
    return "ui/app.html" if Shell(request).viewer else "ui/public.html"


def _way_back(request: HttpRequest, asked: str) -> str:
    """Only back into this site."""
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if safe and asked.startswith("/") else "/"  # a word alone would be looked up as the name of a page


@require_http_methods(["GET", "POST"])
def choose_theme(request: HttpRequest) -> HttpResponse:
    """/tampilan/: light, dark, or as the device; works without script."""
    initial = {"theme": theme.chosen(request).value, "next": request.GET.get("lanjut", "")[:2000]}
    form = ThemeForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        response = redirect(_way_back(request, form.cleaned_data["next"]))
        theme.remember(response, theme.Theme(form.cleaned_data["theme"]), secure=request.is_secure())
        return response
    status = 422 if form.is_bound else 200
    return render_page(request, "ui/theme.html", {"form": form, "base": _base(request)}, status=status)


@require_GET
def menu(request: HttpRequest) -> HttpResponse:
    """/menu/: the whole menu, for telephones."""
    return render_page(request, "ui/menu.html", {"base": _base(request)})


@require_GET
def show_gallery(request: HttpRequest) -> HttpResponse:
    """/galeri/: every component in every state, with invented examples."""
    return render_page(request, "ui/gallery.html", gallery.examples() | {"base": _base(request)})


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """/aksesibilitas/: what is promised to people who see, hear or move differently."""
    return render_page(request, "ui/accessibility.html", {"base": _base(request)})


OPEN = (choose_theme, menu, show_gallery, accessibility)
"""Views for everybody; config marks them so, since this package stands below accounts."""
