"""Unit dan peta jabatan: which units and seats there are, who sits where, what is vacant or soon will be."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock
from jenjang.organization import actions, queries
from jenjang.personnel import panels, posts, presenters
from jenjang.personnel.forms import CloseSeatForm, SeatForm
from jenjang.personnel.histories import KINDS, LEVELS
from jenjang.personnel.permissions import POSITION_MAP_VIEW, SEAT_CHANGE, UNIT_CHANGE
from jenjang.personnel.queries import holders_of_seats, visible_to
from jenjang.personnel.views.common import EXPORTS, answered, exported
from jenjang.personnel.views.people import _as_of
from jenjang.ui.answering import user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page
from jenjang.ui.paging import sheet
from jenjang.ui.parts import Chip

FILTERS = (("", "Semua"), (posts.VACANT, "Belum terisi"), (posts.SOON, "Segera kosong"))
SEAT_COLUMNS = (
    ("title", "Jabatan", 44), ("unit", "Unit", 44), ("kind", "Jenis", 16), ("echelon", "Eselon", 10), ("job_class", "Kelas", 8),
    ("need", "Butuh", 8), ("filled", "Terisi", 8), ("next_retirement", "Pensiun berikutnya", 18),
)  # fmt: skip


@requires(POSITION_MAP_VIEW)
def units(request: HttpRequest) -> HttpResponse:
    """Pohon unit, as it stood on any day: its top, or a unit with all that is below it."""
    day, _, problem = _as_of(request)
    nodes = queries.tree(day)
    within = next((node for node in nodes if str(node.id) == request.GET.get("di")), None)
    context = {
        "page": sheet(request, queries.outline(nodes, within), per_page=100),
        "within": within,
        "total": len(nodes),
        "day": day,
        "is_today": day == clock.today(),
        "problem": problem,
    }
    return render_page(request, "personnel/units.html", context)


@requires(POSITION_MAP_VIEW)
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu unit: where it stands, its seats, its people, its history."""
    found = queries.unit(pk)
    if found is None:
        raise Http404
    context = {
        "unit": found,
        "path": queries.ancestors(pk)[:-1],
        "history": presenters.dated(queries.history_of(found)),
        "below": queries.units_below(found),
        "page": sheet(request, posts.seats_with_holders([pk])),
        "totals": posts.totals([pk]),
        "may_change": user_can(user_of(request), SEAT_CHANGE),
        "may_change_unit": user_can(user_of(request), UNIT_CHANGE),
        "soon": posts.soon(),
    }
    return render_page(request, "personnel/unit.html", context)


@requires(POSITION_MAP_VIEW)
def position_map(request: HttpRequest) -> HttpResponse:
    """Peta jabatan: need against holders, what is vacant, what soon will be."""
    root = _unit(request)
    only = request.GET.get("hanya", "")
    within = posts.below(root.pk if root else None)
    chips = [Chip(label, _address(root, value), value == only) for value, label in FILTERS]
    seats = posts.seats_with_holders(within, only=only)
    if request.GET.get("ekspor") in EXPORTS:
        return exported(request, SEAT_COLUMNS, map(presenters.seat_row, seats), "Peta jabatan")
    context = {
        "root": root,
        "units": queries.open_units(),
        "only": only,
        "chips": chips,
        "totals": posts.totals(within),
        "page": sheet(request, seats),
        "soon": posts.soon(),
    }
    return render_page(request, "personnel/map.html", context)


@requires(POSITION_MAP_VIEW)
def seat(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu jabatan: what it asks, who holds it, where it came from."""
    found = _seat_or_404(pk)
    seen = set(visible_to(user_of(request)).filter(seat=pk).values_list("employee_id", flat=True))
    holders = [(holder, holder.employee_id in seen) for holder in holders_of_seats([pk])[pk]]
    context = {
        "seat": found,
        "kind": KINDS.get(found.kind, found.kind),
        "level": LEVELS.get(found.career_level, "") if found.career_level != "tidak_ada" else "",
        "holders": holders,
        "vacant": max(found.need - len(holders), 0),
        "panels": panels.of_seat(found, user_of(request), clock.today()),
        "history": presenters.dated(queries.seat_history(found)),
        "may_change": user_can(user_of(request), SEAT_CHANGE) and found.closed_on is None,
    }
    return render_page(request, "personnel/seat.html", context)


@requires(SEAT_CHANGE)
def add_seat(request: HttpRequest, pk: int) -> HttpResponse:
    """Tambah jabatan ke unit."""
    found = queries.unit(pk)
    if found is None:
        raise Http404
    form = SeatForm(posted(request), initial={"effective_from": clock.today(), "need": 1})

    def act() -> None:
        facts, record = _seat_facts(form)
        actions.add_seat(
            unit=found, opened_on=form.cleaned_data["effective_from"], by=user_of(request), **facts, **record
        )

    context = {"title": "Tambah jabatan", "lead": found.name, "verb": "Tambahkan", "back": _unit_url(pk)}
    return answered(request, form, "personnel/seat_form.html", context, act, _unit_url(pk))


@requires(SEAT_CHANGE)
def complete_seat(request: HttpRequest, pk: int) -> HttpResponse:
    """Lengkapi jabatan: class, need, kind, from a day on."""
    found = _seat_or_404(pk)
    initial = {name: getattr(found, name) for name in SeatForm.base_fields if hasattr(found, name)}
    form = SeatForm(posted(request), initial={**initial, "effective_from": clock.today()})

    def act() -> None:
        facts, record = _seat_facts(form)
        since = form.cleaned_data["effective_from"]
        actions.complete_seat(seat=found, effective_from=since, by=user_of(request), changes=facts, **record)

    context = {"title": "Lengkapi jabatan", "lead": found.title, "verb": "Simpan", "back": _seat_url(pk)}
    return answered(request, form, "personnel/seat_form.html", context, act, _seat_url(pk))


@requires(SEAT_CHANGE)
def close_seat(request: HttpRequest, pk: int) -> HttpResponse:
    """Tutup jabatan yang tidak ada lagi."""
    found = _seat_or_404(pk)
    form = CloseSeatForm(posted(request), initial={"closed_on": clock.today()})

    def act() -> None:
        held = len(holders_of_seats([pk])[pk])
        actions.close_seat(seat=found, holders=held, by=user_of(request), **form.cleaned_data)

    context = {
        "title": "Tutup jabatan",
        "lead": found.title,
        "verb": "Tutup jabatan",
        "back": _seat_url(pk),
        "danger": True,
    }
    return answered(request, form, "personnel/seat_form.html", context, act, _seat_url(pk))


def _seat_facts(form: Form) -> tuple[dict[str, Any], dict[str, str]]:
    given = dict(form.cleaned_data)
    given.pop("effective_from")
    return given, {"decree_number": given.pop("decree_number")}


def _unit(request: HttpRequest) -> Any:
    text = request.GET.get("unit", "")
    found = queries.unit(int(text)) if text.isascii() and text.isdecimal() and len(text) < 18 else None
    if text and found is None:
        raise Http404
    return found


def _seat_or_404(pk: int) -> Any:
    found = queries.seat(pk)
    if found is None:
        raise Http404
    return found


def _address(root: Any, only: str) -> str:
    parts = [f"unit={root.pk}"] if root else []
    return "?" + "&".join([*parts, f"hanya={only}"] if only else parts)


def _unit_url(pk: int) -> str:
    return reverse("personnel:unit", args=[pk])


def _seat_url(pk: int) -> str:
    return reverse("personnel:seat", args=[pk])
