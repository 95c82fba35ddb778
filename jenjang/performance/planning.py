"""Rencana hasil kerja: written into a draft, put in order, taken out, tied to what the leader wants to reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import ProtectedError

from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.performance import scopes, years
from jenjang.performance.models import (
    SKP,
    Approach,
    DialogueNote,
    PerformanceIndicator,
    PlannedResult,
    ResultKind,
    RoleCell,
    UnitIndicator,
)
from jenjang.performance.moves import hold_skp
from jenjang.performance.serving import leaders_results, let_go
from jenjang.performance.skps import OVER, leads, refused, require_open, require_owner
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@dataclass(frozen=True, slots=True)
class Measure:
    """Indikator sebagaimana ditulis: how one sees that a result is reached, and its target."""

    text: str
    target: str
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Satu rencana hasil kerja sebagaimana ditulis. What it serves is a leader's result, a unit's indicator, or words."""

    text: str
    kind: str = "utama"
    parent: int | None = None
    provisional: str = ""
    unit_indicator: int | None = None
    perspective: str = ""
    measures: tuple[Measure, ...] = ()


@transaction.atomic
def add_result(*, skp: SKP, draft: Draft, by: User, on: date) -> PlannedResult:
    """Menambah rencana hasil kerja, as the last of its kind."""
    _open_to_owner(skp, by)
    require_room(skp, 1, on)
    result = PlannedResult(skp=skp, order=skp.results.count())
    return _write(result, draft)


@transaction.atomic
def change_result(*, result: PlannedResult, draft: Draft, by: User) -> PlannedResult:
    """Mengubah rencana hasil kerja with its indicators; the typed ones replace those that were there."""
    _open_to_owner(result.skp, by)
    _still_there(result)
    return _write(result, draft)


@transaction.atomic
def remove_result(*, result: PlannedResult, by: User) -> None:
    """Menghapus rencana hasil kerja. What was agreed before stays in its version; whoever served it is told."""
    _open_to_owner(result.skp, by)
    _still_there(result)
    let_go([result])
    RoleCell.objects.filter(leader_result=result).delete()
    RoleCell.objects.filter(taken=result).update(taken=None)
    if result.skp.version == 0 and _gone(result):
        return
    result.dropped, result.origin = True, ""
    result.save(update_fields=["dropped", "origin"])


@transaction.atomic
def move_result(*, result: PlannedResult, up: bool, by: User) -> None:
    """Menaikkan atau menurunkan satu tempat among those of its kind; at the end of the list nothing happens."""
    _open_to_owner(result.skp, by)
    _still_there(result)
    rows = list(result.skp.results.filter(dropped=False, kind=result.kind).order_by("order", "pk"))
    place = next(number for number, row in enumerate(rows) if row.pk == result.pk)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    for number, row in enumerate(rows):
        row.order = number
    PlannedResult.objects.bulk_update(rows, ["order"])


@transaction.atomic
def choose_approach(*, skp: SKP, approach: str, by: User) -> None:
    """Memilih pendekatan, with measured aspects or in words, while the draft is open."""
    _open_to_owner(skp, by)
    SKP.objects.filter(pk=skp.pk).update(approach=Approach(approach))
    skp.approach = approach


@transaction.atomic
def join(*, result: PlannedResult, parent: PlannedResult, by: User) -> None:
    """Menyambungkan hasil kerja yang menunggu with a result of the leader, by the person or the leader; both are told.

    What is to be done stays the same, so an agreed SKP is joined too; its next version says it.
    """
    skp = result.skp
    if not scopes.appraises(by, skp):
        require_owner(skp, by)
    hold_skp(skp)
    _still_there(result)
    if skp.state in OVER:
        raise refused("SKP ini sudah selesai.", code="sambung")
    if result.parent_id:
        raise refused("Hasil kerja ini sudah tersambung.", code="sambung")
    _require_leaders(skp, parent.pk)
    result.parent, result.provisional = parent, ""
    result.save(update_fields=["parent", "provisional"])
    said = f"“{_short(result.text)}” tersambung ke hasil kerja pimpinan “{_short(parent.text)}”."
    DialogueNote.objects.create(skp=skp, result=result, text=said, author=by)
    users = accounts_of([skp.employee_id, parent.skp.employee_id])
    notify(users=users, text=said, url=skp.get_absolute_url())


@transaction.atomic
def take_role(*, cell: RoleCell, skp: SKP, by: User, on: date) -> PlannedResult:
    """Mengambil peran dari matriks into the own SKP with one tap; taken twice it is there once."""
    _open_to_owner(skp, by)
    if cell.employee_id != skp.employee_id or cell.leader_result.skp.year_id != skp.year_id:
        raise refused("Peran ini bukan untuk SKP ini.", code="peran")
    origin = f"peran:{cell.pk}"
    there = skp.results.filter(origin=origin, dropped=False).first()
    if there is not None:
        return there
    require_room(skp, 1, on)
    own_leader = cell.leader_result.skp.employee_id == skp.appraiser_id
    made = PlannedResult.objects.create(
        skp=skp, order=skp.results.count(), kind=ResultKind.MAIN if own_leader else ResultKind.ADDITIONAL,
        text=cell.text, parent=cell.leader_result, origin=origin,
    )  # fmt: skip
    RoleCell.objects.filter(pk=cell.pk).update(taken=made)
    return made


def require_room(skp: SKP, more: int, on: date) -> None:
    """Refuse more planned results than the agency allows."""
    most = law_on(on)["kinerja.skp.hasil_paling_banyak"]
    if skp.results.filter(dropped=False).count() + more > most.value:
        raise refused(f"Satu SKP memuat paling banyak {most.value} rencana hasil kerja.", cites=most.cites)


def write_measures(result: PlannedResult, measures: tuple[Measure, ...], *, aspects: bool) -> None:
    """Indikator in the order in which they were typed."""
    PerformanceIndicator.objects.bulk_create(
        PerformanceIndicator(
            result=result, order=order, text=one.text, target=one.target, aspect=one.aspect if aspects else ""
        )
        for order, one in enumerate(measures)
    )


def measured(skp: SKP) -> bool:
    """Whether the indicators of an SKP have aspects: the quantitative ones, but for those that have perspectives."""
    return skp.approach == Approach.QUANTITATIVE and not leads(skp)


def _write(result: PlannedResult, draft: Draft) -> PlannedResult:
    skp = result.skp
    result.kind, result.text = draft.kind, draft.text
    result.parent_id, result.unit_indicator_id = draft.parent, draft.unit_indicator
    result.provisional = "" if draft.parent else draft.provisional
    result.perspective = draft.perspective if leads(skp) else ""
    if draft.parent:
        _require_leaders(skp, draft.parent)
    if draft.unit_indicator and not unit_indicators(skp).filter(pk=draft.unit_indicator).exists():
        raise refused("Indikator unit ini bukan milik unit SKP ini.", code="mendukung")
    result.save()
    result.indicators.all().delete()
    write_measures(result, draft.measures, aspects=measured(skp))
    return result


def unit_indicators(skp: SKP) -> Any:
    """Indikator unit yang dapat didukung: those of the unit that the post leads, in the year of the SKP."""
    found = UnitIndicator.objects.filter(objective__year=skp.year_id, objective__unit=skp.unit_id)
    return found.select_related("objective").order_by("objective__order", "objective_id", "order", "pk")


def _open_to_owner(skp: SKP, by: User) -> None:
    years.require_running(skp.year)
    require_owner(skp, by)
    hold_skp(skp)
    require_open(skp)


def _still_there(result: PlannedResult) -> None:
    if not PlannedResult.objects.filter(pk=result.pk, dropped=False).exists():
        raise refused("Hasil kerja ini sudah dihapus.", code="hasil")


def _require_leaders(skp: SKP, parent: int) -> None:
    if not leaders_results(skp).filter(pk=parent).exists():
        raise refused("Hasil kerja ini bukan milik pimpinan yang Anda dukung.", code="mendukung")


def _gone(result: PlannedResult) -> bool:
    """Delete a line that nothing speaks of yet; what progress, evidence or notes speak of is only taken out."""
    try:
        with transaction.atomic():
            result.delete()
    except ProtectedError:
        return False
    return True


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
