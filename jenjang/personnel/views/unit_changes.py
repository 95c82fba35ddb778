"""Unit dengan tangan: opened, renamed, moved and closed, each with its day, decree and scan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from jenjang.accounts.access import requires
from jenjang.organization import queries
from jenjang.personnel import unit_changes
from jenjang.personnel.forms import ChangeUnitForm, CloseUnitForm, DecreeForm, NewUnitForm
from jenjang.personnel.permissions import UNIT_CHANGE
from jenjang.personnel.views.common import answered, decree_of
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted

if TYPE_CHECKING:
    from jenjang.organization.models import OrgUnit


@requires(UNIT_CHANGE)
def open_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Unit baru di bawah unit ini."""
    parent = _unit_or_404(pk)
    form = NewUnitForm(posted(request), request.FILES or None)

    def act() -> str:
        made = unit_changes.open_below(parent=parent, **_given(form, request, "name", "echelon", "siasn_id"))
        return _url(made.pk)

    return _page(request, form, parent, act, {"title": "Unit baru", "verb": "Buka unit"})


@requires(UNIT_CHANGE)
def change_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Ganti nama, pindah ke bawah unit lain, atau ganti eselon pemimpinnya."""
    found = _unit_or_404(pk)
    initial = {"name": found.name, "parent": found.parent_id, "echelon": found.echelon}
    form = ChangeUnitForm(posted(request), request.FILES or None, initial=initial)

    def act() -> str:
        given = _given(form, request, "name", "echelon")
        above = form.cleaned_data["parent"]
        changes = {"name": given.pop("name"), "echelon": given.pop("echelon"), "parent": above and queries.unit(above)}
        unit_changes.change(unit=found, changes=changes, **given)
        return _url(pk)

    return _page(request, form, found, act, {"title": "Ubah unit", "verb": "Simpan perubahan"})


@requires(UNIT_CHANGE)
def close_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Tutup unit yang tidak ada lagi."""
    found = _unit_or_404(pk)
    form = CloseUnitForm(posted(request), request.FILES or None)

    def act() -> str:
        given = _given(form, request, "reason")
        unit_changes.close(unit=found, closed_on=given.pop("effective_from"), **given)
        return _url(pk)

    return _page(request, form, found, act, {"title": "Tutup unit", "verb": "Tutup unit", "danger": True})


def _given(form: DecreeForm, request: HttpRequest, *names: str) -> dict[str, Any]:
    """What every change of a unit is done with, and these facts."""
    facts = {name: form.cleaned_data[name] for name in (*names, "effective_from")}
    return {**facts, "decree": decree_of(form, request), "by": user_of(request)}


def _page(
    request: HttpRequest, form: Any, found: OrgUnit, act: Callable[[], str], words: dict[str, Any]
) -> HttpResponse:
    groups = [(title, [form[name] for name in names]) for title, names in form.groups]
    context = {"groups": groups, "unit": found, "back": _url(found.pk), **words}
    return answered(request, form, "personnel/unit_form.html", context, act)


def _unit_or_404(pk: int) -> OrgUnit:
    found = queries.unit(pk)
    if found is None or found.closed_on is not None:
        raise Http404
    return found


def _url(pk: int) -> str:
    return reverse("personnel:unit", args=[pk])
