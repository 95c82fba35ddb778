"""Tahun kinerja: opened once, by the personnel office, with the rhythm that the agency's policy chose for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang import ledger
from jenjang.kernel.actions import account_of
from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import NotInForce, Refused
from jenjang.performance.models import PerformanceYear, UnitAppraiser
from jenjang.performance.moves import move_year

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.law.parameters import LawOn
    from jenjang.ledger import Actor


@transaction.atomic
def open_year(*, year: int, by: User | Actor, on: date) -> PerformanceYear:
    """Membuka tahun kinerja. The coming year from the agency's month on; a past one only while nothing stands in it yet."""
    try:
        law = law_on(min(on, date(year, 12, 31)))
        rhythm, opens = law["kinerja.evaluasi.irama"].value, opens_on(year, law)
    except NotInForce:
        raise _refused(f"Tidak ada aturan evaluasi kinerja yang berlaku pada tahun {year}.") from None
    if on < opens:
        raise _refused(("Tahun {} dapat dibuka mulai {}.", year, opens))
    made, is_new = PerformanceYear.objects.get_or_create(
        year=year, defaults={"rhythm": rhythm, "opened_by": account_of(by)}
    )
    if not is_new:
        raise _refused(f"Tahun kinerja {year} sudah dibuka.")
    return made


def opens_on(year: int, law: LawOn) -> date:
    """From which day a year can be opened: before it begins, so that planning does not wait for January."""
    return date(year - 1, law["kinerja.tahun.bulan_buka"].value, 1)


@transaction.atomic
def name_appraiser(
    *, unit: Any, appraiser: Any, since: date, decree_number: str, by: User | Actor
) -> UnitAppraiser:  # fmt: skip
    """Menunjuk pejabat penilai suatu unit yang tidak mempunyai jabatan pemimpin."""
    with ledger.attributed(by=by):
        return UnitAppraiser.objects.create(
            unit=unit, appraiser=appraiser, since=since, decree_number=decree_number, by=account_of(by)
        )


def running_year(year: int) -> PerformanceYear | None:
    """A year that is open for work."""
    return PerformanceYear.objects.filter(year=year, state="berjalan").first()


def require_running(year: PerformanceYear) -> None:
    """Refuse work in a year that is closed."""
    if year.state != "berjalan":
        raise _refused(f"Tahun kinerja {year.year} sudah ditutup.")


def _refused(reason: str | tuple[object, ...]) -> Refused:
    return Refused(Decision([Finding(False, reason, code="tahun")], None))


@transaction.atomic
def declare(*, year: PerformanceYear, by: User | Actor, reason: str, on: date) -> None:
    """Menyatakan tahun ditutup, or opening it again with a reason."""
    if year.state == "berjalan" and on <= date(year.year, 12, 31):
        raise _refused(f"Tahun {year.year} belum berakhir.")
    move_year(year, "ditutup" if year.state == "berjalan" else "berjalan", by=by, reason=reason)
