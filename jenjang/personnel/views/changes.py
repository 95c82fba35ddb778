"""Perubahan dengan tangan: hire, add, correct, cancel, move out, retire, die. Each with decree and scan."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.accounts.access import requires
from jenjang.organization.queries import matching_seat
from jenjang.organization.queries import unit as unit_of
from jenjang.personnel import actions, kin_forms, presenters
from jenjang.personnel.forms import DecreeForm, HireForm, ReasonForm, correction_form, history_form
from jenjang.personnel.models import Employee
from jenjang.personnel.permissions import EMPLOYEE_CHANGE
from jenjang.personnel.views.common import (
    answered,
    decree_of,
    kind_or_404,
    person_or_404,
    record_or_404,
    user_of,
)
from jenjang.ui.forms import Form, TextField
from jenjang.ui.page import posted

LEAVING = {
    "pensiun": ("Pensiun", actions.retire),
    "meninggal": ("Meninggal dunia", actions.die),
    "pindah-keluar": ("Pindah ke instansi lain", actions.transfer_out),
}
LEFT = "Pegawai ini tidak aktif lagi dan tidak ikut dalam peringkat baru. Riwayatnya tetap tersimpan."


class MoveOutForm(DecreeForm):
    """Pindah keluar: where to."""

    destination = TextField(label="Instansi tujuan", min_length=3, max_length=200)


@requires(EMPLOYEE_CHANGE)
def hire(request: HttpRequest) -> HttpResponse:
    """Pengangkatan, or a person who moves in from another agency."""
    form = HireForm(posted(request), request.FILES or None)
    groups = [(title, [form[name] for name in names]) for title, names in form.groups]
    return answered(request, form, "personnel/hire.html", {"groups": groups}, partial(_hire, request, form))


@requires(EMPLOYEE_CHANGE)
def add(request: HttpRequest, nip: str, kind: str) -> HttpResponse:
    """Tambah satu baris riwayat."""
    person, chosen = person_or_404(request, nip), kind_or_404(kind)
    placing = kind == "jabatan"
    form_class = kin_forms.FORMS.get(kind) or history_form(kind, placing=placing)
    form = form_class(posted(request), request.FILES or None)
    context = {"person": person, "title": f"Tambah riwayat {chosen.label.lower()}", "verb": "Simpan"}
    act = partial(_append, request, person, chosen.model, form)
    return answered(request, form, "personnel/change.html", context, act, _histories(person, kind))


@requires(EMPLOYEE_CHANGE)
def correct(request: HttpRequest, nip: str, kind: str, record: int) -> HttpResponse:
    """Koreksi: a new row in the place of a wrong one."""
    person, chosen = person_or_404(request, nip), kind_or_404(kind)
    row = record_or_404(chosen, person, record)
    form_class = kin_forms.CORRECTION_FORMS.get(kind) or correction_form(kind)
    initial = {**{name: getattr(row, name) for name in form_class.facts}, **kin_forms.nip_of_relative(row)}
    form = form_class(posted(request), request.FILES or None, initial=initial)
    context = {"person": person, "title": f"Koreksi riwayat {chosen.label.lower()}", "verb": "Simpan koreksi",
               "now": chosen.summary(row), "decree": presenters.decree_in_words(row)}  # fmt: skip
    act = partial(_correct, request, row, form)
    return answered(request, form, "personnel/change.html", context, act, _histories(person, kind))


@requires(EMPLOYEE_CHANGE)
def cancel(request: HttpRequest, nip: str, kind: str, record: int) -> HttpResponse:
    """Batalkan satu baris: it stays readable, and counts no longer."""
    person, chosen = person_or_404(request, nip), kind_or_404(kind)
    row = record_or_404(chosen, person, record)
    form = ReasonForm(posted(request))
    context = {"person": person, "title": f"Batalkan catatan {chosen.label.lower()}", "verb": "Batalkan catatan",
               "now": chosen.summary(row), "decree": presenters.decree_in_words(row), "danger": True}  # fmt: skip
    act = lambda: actions.cancel(record=row, reason=form.cleaned_data["reason"], by=user_of(request))  # noqa: E731
    return answered(request, form, "personnel/change.html", context, act, _histories(person, kind))


@requires(EMPLOYEE_CHANGE)
def leave(request: HttpRequest, nip: str, how: str) -> HttpResponse:
    """Berakhir masa kerja aktif: retirement, death, or a move to another agency."""
    person = person_or_404(request, nip)
    if how not in LEAVING:
        raise Http404
    title, act = LEAVING[how]
    form_class = MoveOutForm if how == "pindah-keluar" else DecreeForm
    form = form_class(posted(request), request.FILES or None)
    context = {"person": person, "title": title, "verb": f"Catat {title.lower()}", "effect": LEFT}
    return answered(
        request, form, "personnel/change.html", context, partial(_leave, request, person, act, form),
        person.get_absolute_url(),
    )  # fmt: skip


def _histories(person: Employee, kind: str) -> str:
    """The profile, open at the histories of this kind."""
    return f"{person.get_absolute_url()}?riwayat={kind}"


def _hire(request: HttpRequest, form: HireForm) -> Employee:
    given = form.cleaned_data
    post = {name: given[name] for name in ("title", "kind", "career_level")}
    histories: dict[str, Any] = {
        "identity": {
            name: given[name]
            for name in ("name", "title_before", "title_after", "birth_place", "birth_date", "sex", "nik")
        },
        "status": {"status": given["status"], "appointed_on": given["appointed_on"]},
        "rank": {"grade": given["grade"]},
        "position": _seated(given["unit"], post),
        "education": {"level": given["level"], "field": given["field"], "graduated": given["graduated"]},
    }
    common = {"nip": given["nip"], "effective_from": given["effective_from"], "by": user_of(request)}
    decree = decree_of(form, request)
    if given["origin"]:
        return actions.transfer_in(origin=given["origin"], decree=decree, **common, **histories)
    return actions.hire(decree=decree, **common, **histories)


def _append(request: HttpRequest, person: Employee, model: Any, form: Form) -> None:
    given = form.cleaned_data
    facts = {name: given[name] for name in form.facts if name != "unit"}
    if "unit" in given:
        facts = _seated(given["unit"], facts)
    actions.append(
        model=model, employee=person, facts=facts, effective_from=given["effective_from"],
        decree=decree_of(form, request), by=user_of(request),
    )  # fmt: skip


def _correct(request: HttpRequest, row: Any, form: Form) -> None:
    given = form.cleaned_data
    facts = {name: given[name] for name in form.facts}
    actions.correct(
        record=row, facts=facts, reason=given["reason"], decree=decree_of(form, request), by=user_of(request)
    )


def _leave(request: HttpRequest, person: Employee, act: Any, form: DecreeForm) -> None:
    given = form.cleaned_data
    more = {"destination": given["destination"]} if "destination" in given else {}
    act(
        employee=person, effective_from=given["effective_from"], decree=decree_of(form, request), by=user_of(request),
        **more,
    )  # fmt: skip


def _seated(unit: int, post: dict[str, Any]) -> dict[str, Any]:
    """A post in a unit, tied to the open seat of that name if the unit has one."""
    found = unit_of(unit)
    seat = matching_seat(unit, post["title"], post["kind"], post["career_level"])
    return {"unit": found, "unit_name": found.name if found else "", "seat": seat, **post}
