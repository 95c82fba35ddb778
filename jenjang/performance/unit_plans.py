"""Sasaran unit: what a unit wants to have reached in a year, with indicators and targets, written until it is agreed upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, QuerySet

from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.organization.queries import ancestors
from jenjang.performance import scopes
from jenjang.performance.models import AgreementProposal, Objective, PerformanceYear, UnitIndicator
from jenjang.performance.skps import refused
from jenjang.performance.turns import take_turns

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CODE = "unit"


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """Satu indikator unit sebagaimana ditulis; `pk` names the one that it replaces."""

    text: str
    target: str
    perspective: str = ""
    target_number: Decimal | None = None
    measure: str = ""
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveDraft:
    """Satu sasaran sebagaimana ditulis, with all its indicators; those that are not among them are taken out."""

    text: str
    parent: int | None = None
    indicators: tuple[IndicatorDraft, ...] = ()


@transaction.atomic
def add_objective(*, unit: Any, year: PerformanceYear, draft: ObjectiveDraft, by: User) -> Objective:
    """Menambah sasaran unit, as its last."""
    open_for_writing(unit.pk, year, by)
    order = Objective.objects.filter(unit=unit, year=year).count()
    return _write(Objective(unit=unit, year=year, order=order), draft)


@transaction.atomic
def change_objective(*, objective: Objective, draft: ObjectiveDraft, by: User) -> Objective:
    """Mengubah sasaran dan indikatornya."""
    open_for_writing(objective.unit_id, objective.year, by)
    return _write(objective, draft)


@transaction.atomic
def remove_objective(*, objective: Objective, by: User) -> None:
    """Menghapus sasaran on whose indicators nothing hangs yet; those that serve it serve nothing for now."""
    open_for_writing(objective.unit_id, objective.year, by)
    _require_free(objective.indicators.all())
    objective.serving.update(parent=None)
    objective.delete()


@transaction.atomic
def move_objective(*, objective: Objective, up: bool, by: User) -> None:
    """Menaikkan atau menurunkan satu tempat."""
    open_for_writing(objective.unit_id, objective.year, by)
    rows = list(Objective.objects.filter(unit=objective.unit_id, year=objective.year_id).order_by("order", "pk"))
    place = next(number for number, row in enumerate(rows) if row.pk == objective.pk)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    for number, row in enumerate(rows):
        row.order = number
    Objective.objects.bulk_update(rows, ["order"])


@transaction.atomic
def copy_objectives(*, unit: Any, year: PerformanceYear, by: User) -> int:
    """Menyalin sasaran tahun lalu into a year without any; what they serve is found by its words. Gives how many came."""
    open_for_writing(unit.pk, year, by)
    if Objective.objects.filter(unit=unit, year=year).exists():
        raise refused("Unit ini sudah mempunyai sasaran tahun ini.", code=CODE)
    above = {one.text: one.pk for one in objectives_above(unit.pk, year)}
    former = Objective.objects.filter(unit=unit, year__year=year.year - 1)
    rows = list(former.select_related("parent").prefetch_related("indicators").order_by("order", "pk"))
    for one in rows:
        parent = above.get(one.parent.text) if one.parent else None
        draft = ObjectiveDraft(one.text, parent, tuple(
            IndicatorDraft(item.text, item.target, item.perspective, item.target_number, item.measure)
            for item in one.indicators.all()
        ))  # fmt: skip
        _write(Objective(unit=unit, year=year, order=one.order), draft)
    return len(rows)


def objectives_above(unit: int, year: PerformanceYear) -> list[Objective]:
    """Sasaran yang dapat didukung: those of the units above, the nearest first."""
    path = [one.pk for one in ancestors(unit)][:-1]
    found = Objective.objects.filter(year=year, unit__in=path).select_related("unit").order_by("order", "pk")
    return sorted(found, key=lambda one: -path.index(one.unit_id))


def open_for_writing(unit: int, year: PerformanceYear, by: User) -> None:
    """Refuse work on a plan that is not cared for, not of a running year, or waiting for the leader above."""
    if not scopes.cares_for(by, unit):
        raise refused("Unit ini tidak Anda kelola.", code=CODE)
    take_turns("perjanjian", unit)
    decision = may_write(unit, year)
    if not decision.allowed:
        raise Refused(decision)


def may_write(unit: int, year: PerformanceYear) -> Decision[None]:
    """Whether the plan of a unit can be written now: it runs, and does not wait for the leader above."""
    waits = AgreementProposal.objects.filter(unit=unit, year=year, state=AgreementProposal.State.OPEN).exists()
    said = "Perjanjian ini sedang diajukan. Tarik kembali dahulu bila perlu diubah."
    over = f"Tahun kinerja {year.year} sudah ditutup."
    return Decision([Finding(year.state == "berjalan", over, code=CODE), Finding(not waits, said, code=CODE)], None)


def _write(objective: Objective, draft: ObjectiveDraft) -> Objective:
    if draft.parent and draft.parent not in {one.pk for one in objectives_above(objective.unit_id, objective.year)}:
        raise refused("Sasaran yang didukung bukan milik unit di atasnya.", code=CODE)
    objective.text, objective.parent_id = draft.text, draft.parent
    objective.save()
    _write_indicators(objective, draft.indicators)
    return objective


def _write_indicators(objective: Objective, drafts: Sequence[IndicatorDraft]) -> None:
    there = {one.pk: one for one in objective.indicators.all()}
    kept = {one.pk for one in drafts if one.pk}
    if unknown := kept - there.keys():
        raise refused(f"{len(unknown)} indikator sudah dihapus. Muat halaman ini lagi.", code=CODE)
    gone = objective.indicators.exclude(pk__in=kept)
    _require_free(gone)
    gone.delete()
    for order, draft in enumerate(drafts):
        one = there[draft.pk] if draft.pk else UnitIndicator(objective=objective)
        one.order, one.text, one.target, one.perspective = order, draft.text, draft.target, draft.perspective
        one.target_number, one.measure = draft.target_number, draft.measure
        one.save()


def _require_free(indicators: QuerySet[UnitIndicator]) -> None:
    """What somebody's SKP serves, or what has been reported on, is reworded, not removed."""
    used = indicators.annotate(many=Count("planned") + Count("results")).filter(many__gt=0).first()
    if used is not None:
        raise refused(
            f"Indikator “{used.text}” sudah dipakai SKP atau mempunyai capaian. Ubah tulisannya, jangan dihapus.",
            code=CODE,
        )
