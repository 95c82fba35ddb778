"""Orang dalam tim: where somebody works, who is above, and who of them has an account."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from jenjang.performance.appraisers import Chain, chain_above
from jenjang.performance.scopes import own_employee
from jenjang.personnel.colleagues import Colleague, colleague, colleagues
from jenjang.personnel.queries import accounts_of
from jenjang.projects.moves import refused

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import Employee

__all__ = ["Chain", "Colleague", "accounts_of", "colleague", "colleagues", "line_above", "require_person", "working"]


def require_person(by: User) -> Employee:
    """The person behind an account; teams are of people."""
    person = own_employee(by)
    if person is None:
        raise refused("Akun ini tidak terhubung dengan data pegawai.", code="pegawai")
    return person


def working(employee: int) -> Colleague:
    """Somebody in active service in a unit."""
    found = colleague(employee)
    if found is None or found.unit is None:
        raise refused("Pegawai ini tidak tercatat aktif pada suatu unit.", code="pegawai")
    return found


def line_above(units: Collection[int], day: date) -> Chain:
    """Garis pimpinan above these units."""
    return chain_above(units, day)
