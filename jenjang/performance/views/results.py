"""Angka kredit dan indeks profesionalitas: one's own, those of people one works with, and per unit."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from jenjang.accounts.access import requires
from jenjang.kernel import clock, sheets
from jenjang.kernel.documents import XLSX_MIME
from jenjang.organization.queries import unit as unit_of
from jenjang.performance import credit as credits
from jenjang.performance import index_steps, index_unit_steps, presenters_results, queries_results, scopes
from jenjang.performance.permissions import OWN, VIEW
from jenjang.ui.answering import found_or_404, user_of
from jenjang.ui.page import render_page

_COLUMNS = (
    sheets.Column("name", "Unit", 50),
    sheets.Column("people", "Pegawai", 10),
    sheets.Column("mean", "Indeks", 10),
)


@requires(OWN)
def own_credit(request: HttpRequest) -> HttpResponse:
    """Angka kredit saya."""
    person = queries_results.own_person(user_of(request))
    return redirect("performance:credit", person.nip) if person else render_page(request, "personnel/no_record.html")


@requires(OWN)
def credit(request: HttpRequest, nip: str) -> HttpResponse:
    """Angka kredit seseorang: what there is, what is missing, what comes."""
    person = found_or_404(queries_results.person_for(user_of(request), nip))
    context: dict[str, Any] = {"person": person, "is_own": person.employee.user_id == user_of(request).pk}
    if credits.applies_to(person):
        standing = credits.standing(person, clock.today())
        context |= {
            "standing": standing, "rungs": presenters_results.credit_rungs(standing),
            "rows": presenters_results.credit_rows(standing.rows),
            "years": sorted({row.year for row in standing.rows}, reverse=True),
        }  # fmt: skip
    return render_page(request, "performance/results/credit.html", context)


@requires(OWN)
def own_index(request: HttpRequest) -> HttpResponse:
    """Indeks profesionalitas saya."""
    person = queries_results.own_person(user_of(request))
    return redirect("performance:index", person.nip) if person else render_page(request, "personnel/no_record.html")


@requires(OWN)
def index(request: HttpRequest, nip: str) -> HttpResponse:
    """Indeks profesionalitas seseorang: four dimensions, the years before, and the steps that would raise it."""
    person, day = found_or_404(queries_results.person_for(user_of(request), nip)), clock.today()
    last = queries_results.last_predicate(person, day)
    context: dict[str, Any] = {
        "person": person, "is_own": person.employee.user_id == user_of(request).pk, "last": last,
        "years": queries_results.indexes_of(person, day),
    }  # fmt: skip
    if last:
        today = index_steps.today(person, last.predicate, day)
        context |= {
            "today": today, "parts": presenters_results.index_parts(today),
            "said": presenters_results.index_lead(today),
        }  # fmt: skip
    return render_page(request, "performance/results/index.html", context)


@requires(VIEW)
def unit_indexes(request: HttpRequest) -> HttpResponse:
    """Indeks rata-rata per unit, one level of the tree at a time and exactly so as a sheet, and what would raise it."""
    year = queries_results.last_index_year()
    chosen, care = _unit(request), scopes.units_in_care(user_of(request))
    above, rows = _level(chosen, year, care)
    if request.GET.get("ekspor") == "xlsx":
        answer = HttpResponse(
            sheets.write_xlsx(_COLUMNS, map(_plain, rows), title=f"IP ASN {year}"), content_type=XLSX_MIME
        )
        answer["Content-Disposition"] = f'attachment; filename="ip-asn-{year}.xlsx"'
        return answer
    steps = index_unit_steps.of_units(queries_results.units_below(above.pk, care), clock.today()) if above else []
    context = {"rows": rows, "year": year, "above": above, "chosen": chosen, "steps": steps}
    return render_page(request, "performance/results/index_units.html", context)


def _level(chosen: Any, year: int | None, care: list[int] | None) -> tuple[Any, list[queries_results.UnitIndex]]:
    """The unit above and the lines below it. Without a choice, down to where there is more than one: a single line says little."""
    if year is None:
        return chosen, []
    above, rows = chosen, queries_results.unit_indexes(year, chosen.pk if chosen else None, care)
    while chosen is None and len(rows) == 1 and rows[0].has_below:
        above = unit_of(rows[0].unit)
        rows = queries_results.unit_indexes(year, rows[0].unit, care)
    return above, rows


def _unit(request: HttpRequest) -> Any:
    given = request.GET.get("unit", "")
    return unit_of(int(given)) if given.isdecimal() and len(given) < 12 else None


def _plain(row: queries_results.UnitIndex) -> dict[str, Any]:
    return {"name": row.name, "people": row.people, "mean": row.mean}
