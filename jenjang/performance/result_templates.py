"""Contoh hasil kerja: what people of a unit or of a post may take over instead of writing it anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang.kernel.actions import account_of
from jenjang.performance import scopes
from jenjang.performance.models import ResultTemplate
from jenjang.performance.planning import Measure
from jenjang.performance.skps import refused

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@transaction.atomic
def save_template(
    *, unit: Any, title: str, text: str, measures: Sequence[Measure], by: User, template: ResultTemplate | None = None
) -> ResultTemplate:
    """Menyimpan contoh of a unit, or of a post wherever it stands (`unit` None), which only the personnel office may."""
    _require_care(unit.pk if unit else None, by)
    if template is not None:
        _require_care(template.unit_id, by)
    made = template or ResultTemplate()
    made.unit, made.title, made.text, made.by = unit, title, text, account_of(by)
    made.indicators = [[one.aspect, one.text, one.target] for one in measures]
    made.save()
    return made


@transaction.atomic
def delete_template(*, template: ResultTemplate, by: User) -> None:
    """Menghapus contoh; what was taken from it stays."""
    _require_care(template.unit_id, by)
    template.delete()


def _require_care(unit: int | None, by: User) -> None:
    cared_for = scopes.units_in_care(by) is None if unit is None else scopes.cares_for(by, unit)
    if not cared_for:
        raise refused("Contoh ini bukan milik unit yang Anda kelola.", code="contoh")
