"""Perubahan unit by the officer: opened, renamed, moved, closed, each from a day on and by a decree.

The people of a unit carry its name in the list of employees; the list follows in the same step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import transaction

from jenjang.kernel import clock
from jenjang.law.errors import FactError
from jenjang.organization import actions
from jenjang.personnel.models import EmployeeCurrent
from jenjang.personnel.projection import refresh_current

if TYPE_CHECKING:
    from datetime import date

    from jenjang.accounts.models import User
    from jenjang.organization.models import OrgUnit
    from jenjang.personnel.decrees import Decree


@transaction.atomic
def open_below(
    *, parent: OrgUnit, name: str, echelon: str, siasn_id: str, effective_from: date, decree: Decree, by: User
) -> OrgUnit:
    """Unit baru di bawah sebuah unit; without an ID of SIASN it gets one of its own."""
    _not_tomorrow(effective_from)
    if parent.closed_on is not None:
        raise FactError("__all__", "Unit di atasnya sudah ditutup.")
    return actions.open_unit(
        agency=parent.agency, siasn_id=siasn_id or str(uuid4()), name=name, parent=parent, echelon=echelon,
        effective_from=effective_from, by=by, **decree.as_fields(),
    )  # fmt: skip


@transaction.atomic
def change(*, unit: OrgUnit, changes: dict[str, Any], effective_from: date, decree: Decree, by: User) -> OrgUnit:
    """Ganti nama, pindah, atau ganti eselon."""
    _not_tomorrow(effective_from)
    changed = actions.change_unit(
        unit=unit, effective_from=effective_from, by=by, changes=changes, **decree.as_fields()
    )
    refresh_current(_people_of(unit))
    return changed


@transaction.atomic
def close(*, unit: OrgUnit, closed_on: date, reason: str, decree: Decree, by: User) -> OrgUnit:
    """Tutup unit yang tidak ada lagi."""
    _not_tomorrow(closed_on)
    return actions.close_unit(
        unit=unit, closed_on=closed_on, people=len(_people_of(unit)), reason=reason, by=by, **decree.as_fields()
    )


def _people_of(unit: OrgUnit) -> list[int]:
    return list(EmployeeCurrent.objects.filter(unit=unit, active=True).values_list("pk", flat=True))


def _not_tomorrow(day: date) -> None:
    """The tree shows what is true today; what comes is entered on its day."""
    if day > clock.today():
        raise FactError(
            "effective_from", "Belum terjadi. Catat pada hari berlakunya, agar susunan hari ini tetap benar."
        )
