"""Penghitungan berdampingan: the runs of a vacancy, none erased, and who stands elsewhere since the run before."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from jenjang.selection.barred import Barred
from jenjang.selection.models import Run, RunEntry, Vacancy
from jenjang.ui.formats import post_in_unit

COMPARED = 20


@dataclass(frozen=True, slots=True)
class Shift:
    """Satu orang dalam dua penghitungan; none where the person was not examined."""

    name: str
    detail: str
    before: RunEntry | None
    after: RunEntry | None


def runs_of(vacancy: Vacancy) -> list[Run]:
    """Semua penghitungan, the newest first, with what ended each."""
    return list(vacancy.runs.select_related("computed_by", "void", "superseded_by").order_by("-number"))


def shifts(old: Run, new: Run, closed: Barred, many: int = COMPARED) -> list[Shift]:
    """Whose place or score differs, among the first of either run, but who is closed; in the order of the newer."""
    first = Q(run__in=[old, new], rank__lte=many)
    people = list(RunEntry.objects.filter(first).values_list("employee_id", "application_id"))
    same = Q(employee__in={key for key, _ in people if key}) | Q(application__in={key for _, key in people if key})
    rows = RunEntry.objects.filter(same, run__in=[old, new])
    found: dict[tuple[int | None, int | None], dict[int, RunEntry]] = {}
    for entry in rows.select_related("employee__current", "application__external"):
        if closed.covers(entry):
            continue
        found.setdefault((entry.employee_id, entry.application_id), {})[entry.run_id] = entry
    moved = [pair for pair in found.values() if _stand(pair.get(old.pk)) != _stand(pair.get(new.pk))]
    return sorted((_shift(pair.get(old.pk), pair.get(new.pk)) for pair in moved), key=_order)


def former(entry: RunEntry) -> RunEntry | None:
    """One's own line in the run before this one."""
    same = {"application": entry.application_id} if entry.application_id else {"employee": entry.employee_id}
    earlier = RunEntry.objects.filter(run__vacancy=entry.run.vacancy_id, run__number__lt=entry.run.number, **same)
    return earlier.select_related("run").order_by("-run__number").first()


def _stand(entry: RunEntry | None) -> object:
    return entry and (entry.verdict, entry.rank, entry.score)


def _shift(before: RunEntry | None, after: RunEntry | None) -> Shift:
    shown = after or before
    who = shown.employee.current if shown and shown.employee else None
    outside = shown.application.external if shown and shown.application and not who else None
    if who:
        return Shift(who.full_name, post_in_unit(who.title, who.unit_name), before, after)
    return Shift(outside.name if outside else "–", outside.agency_name if outside else "", before, after)


def _order(one: Shift) -> tuple[bool, int, str]:
    shown = one.after or one.before
    return (not (shown and shown.rank), shown.rank or 0 if shown else 0, one.name)
