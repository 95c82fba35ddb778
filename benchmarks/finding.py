"""Whom and what to open: found in the database, so that it holds for any city."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch, reverse

from benchmarks.pages import Page


def somebody(role: str) -> Any:
    """An invented account whose first role this is; `calon`: one whom the ranking holds."""
    if role == "calon":
        held = apps.get_model("selection.RunEntry").objects.filter(run__vacancy=_ranked(), employee__user__isnull=False)
        return held.order_by("rank", "pk").first().employee.user
    return apps.get_model("accounts.DemoAccount").objects.filter(role=role).order_by("order").first().user


def address(page: Page) -> str | None:
    """The page's address; None when the page is not there, or nothing that it could show."""
    found = [FINDERS[name]() for name in page.find]
    if None in found:
        return None
    try:
        place = reverse(page.view, args=found)
    except NoReverseMatch:
        return None
    return f"{place}?{page.query}" if page.query else place


def _people(**narrowed: Any) -> Any:
    return apps.get_model("personnel.EmployeeCurrent").objects.filter(active=True, **narrowed).order_by("employee_id")


def _value(found: Any, name: str) -> Any:
    return getattr(found, name) if found is not None else None


def _own_plan() -> Any:
    plans = apps.get_model("performance.SKP").objects.filter(employee__user=somebody("pegawai"), year__state="berjalan")
    return _value(plans.order_by("-effective_from").first(), "pk")


def _ranked() -> Any:
    return apps.get_model("selection.Vacancy").objects.filter(runs__isnull=False).order_by("pk").first()


def _rated() -> Any:
    """The newest period in which the first person of the cast rates a team."""
    mine = apps.get_model("performance.Evaluation").objects.filter(skp__appraiser__user=somebody("pegawai"))
    return mine.filter(period__gt=0).select_related("year").order_by("-year__year", "-period").first()


def _rated_year() -> Any:
    found = _rated()
    return found.year.year if found is not None else None


FINDERS: dict[str, Callable[[], Any]] = {
    "nip": lambda: _value(_people(kind="administrator").first(), "nip"),
    "own_nip": lambda: somebody("pegawai").username,
    "unit": lambda: _value(_people(kind="jpt_pratama").first(), "unit_id"),
    "seat": lambda: _value(_people(kind="administrator", seat__isnull=False).first(), "seat_id"),
    "own_skp": _own_plan,
    "team_year": _rated_year,
    "team_period": lambda: _value(_rated(), "period"),
    "vacancy": lambda: _value(_ranked(), "number"),
}
