"""Mengikuti garis penilaian: SKP go over to who leads now, and end when their owner leaves the service.

Nobody waits for a superior who is gone. Whom the personnel office chose with a reason appraises as long as he is in service,
and a year that is over stays with who led in it, unless he is gone too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, F, Q

from jenjang import ledger
from jenjang.kernel.actions import notify
from jenjang.law.wording import long_date
from jenjang.performance.appraisers import Chain, chain
from jenjang.performance.models import SKP, DialogueNote
from jenjang.performance.moves import hold_skp, move_skp
from jenjang.performance.openings import open_evaluations, reopen_periods_after
from jenjang.performance.skps import AUTHORITY, OVER, appraiser_accounts, end, give_to
from jenjang.performance.states import RUNNING
from jenjang.performance.tallies import count_skp, place_of
from jenjang.personnel.queries import accounts_of, full_names
from jenjang.personnel.queries_service import inactive_since, service_on

PROGRAM = ledger.SYSTEM("garis-penilaian")


class Appraised(NamedTuple):
    """Satu SKP yang berjalan: whose, where, appraised by whom, and who of the two is in service."""

    pk: int
    year: int
    employee: int
    unit: int
    appraiser: int | None
    chosen: bool
    until: date | None
    active: bool
    appraiser_active: bool | None
    led: int

    def leader(self, line: Chain) -> int | None:
        """Who appraises it by the line: of the post that leads the unit, whoever leads above, also when another holds it now."""
        return line.appraiser_of(self.employee, line.parents.get(self.unit) if self.led else self.unit)

    def goes_over(self, line: Chain, on: date) -> bool:
        """Whether somebody else than the line of the day says appraises it, and should not any more."""
        if self.unit not in line.parents or self.leader(line) == self.appraiser:
            return False
        return self.appraiser_active is False or (self.year >= on.year and not self.chosen and self.until is None)


@dataclass(slots=True)
class Followed:
    """Yang disesuaikan, for the officer who asked."""

    handed: int = 0
    ended: int = 0
    resumed: int = 0
    gained: Counter[int | None] = field(default_factory=Counter)

    @property
    def said(self) -> str:
        return (
            f"{self.handed} SKP beralih ke penilai yang sekarang, {self.ended} diakhiri karena pegawainya tidak lagi aktif, "
            f"{self.resumed} dilanjutkan."
        )


def follow_all(*, on: date) -> Followed:
    """Everything of running years, each SKP in a transaction of its own; run twice it finds nothing more."""
    found, line = Followed(), chain(on)
    places = _running()
    left = inactive_since([one.employee for one in places if not one.active], on)
    for one in places:
        if one.employee in left:
            found.ended += _end(one.pk, left[one.employee])
        if one.goes_over(line, on):
            found.handed += _hand_over(one.pk, one.leader(line), found)
    for pk in _come_back():
        found.resumed += _resume(pk, on)
    _tell(found, on)
    return found


def _running() -> list[Appraised]:
    open_or_orphaned = Q(until=None) | Q(appraiser__current__active=False)
    rows = SKP.objects.filter(open_or_orphaned, year__state=RUNNING).exclude(state__in=OVER).order_by("pk")
    leads = Q(unit__seats__is_head=True, unit__seats__closed_on=None, unit__seats__title=F("title"))
    return [Appraised._make(row) for row in rows.annotate(led=Count("unit__seats", filter=leads)).values_list(
        "pk", "year__year", "employee", "unit", "appraiser", "appraiser_chosen", "until", "employee__current__active",
        "appraiser__current__active", "led",
    )]  # fmt: skip


@transaction.atomic
def _hand_over(pk: int, now: int | None, found: Followed) -> bool:
    skp = SKP.objects.select_related("year").get(pk=pk)
    hold_skp(skp)
    if skp.state in OVER or skp.appraiser_id == now:
        return False
    former = appraiser_accounts(skp)
    give_to(skp, now)
    name = full_names([now]).get(now, "") if now else AUTHORITY
    said = f"Pejabat penilai sekarang {name}, menurut garis penilaian."
    DialogueNote.objects.create(skp=skp, text=said, author=None)
    notify(users=[*accounts_of([skp.employee_id]), *former], text=f"{said} SKP {skp.title}, {skp.year.year}.", url=skp.get_absolute_url())  # fmt: skip
    found.gained[now] += 1
    return True


@transaction.atomic
def _end(pk: int, left: date) -> bool:
    """Whoever leaves the service is appraised for the months until then; a plan for days that were not served is no plan."""
    skp = SKP.objects.select_related("year").get(pk=pk)
    hold_skp(skp)
    if skp.until is not None or left.year > skp.year.year:
        return False
    last = left - timedelta(days=1)
    if last < skp.effective_from and not skp.version:
        _cancel(skp, f"Berhenti bekerja sejak {long_date(left)}, sebelum SKP ini berlaku.")
        return True
    end(skp=skp, until=max(last, skp.effective_from), by=PROGRAM)
    if skp.version:
        name = full_names([skp.employee_id])[skp.employee_id]
        text = f"SKP {name} berakhir {long_date(last)} karena berhenti bekerja. Nilailah masa yang sudah dijalaninya."
        notify(users=appraiser_accounts(skp), text=text, url=skp.get_absolute_url())
    return True


def _cancel(skp: SKP, reason: str) -> None:
    if skp.state == "diajukan":
        move_skp(skp, "rancangan", by=PROGRAM, reason=reason)
    move_skp(skp, "dibatalkan", by=PROGRAM, reason=reason)


def _come_back() -> Iterable[int]:
    """SKP that ended although their owner serves in the same position still: a leave that was recorded and taken back."""
    rows = SKP.objects.filter(
        year__state=RUNNING, until__isnull=False, employee__current__active=True, employee__current__title=F("title"),
        employee__current__unit=F("unit"), employee__current__position_since__lte=F("effective_from"),
    ).exclude(state__in=OVER)  # fmt: skip
    return rows.order_by("pk").values_list("pk", flat=True)


@transaction.atomic
def _resume(pk: int, on: date) -> bool:
    skp = SKP.objects.select_related("year").get(pk=pk)
    hold_skp(skp)
    later = SKP.objects.filter(employee=skp.employee_id, year=skp.year_id, effective_from__gt=skp.effective_from)
    serving = service_on(skp.employee_id, on)
    if skp.until is None or serving is None or later.exclude(state="dibatalkan").exists():
        return False
    if serving.since > skp.until + timedelta(days=1):
        return False  # who came back later begins anew with that day
    before, skp.until = place_of(skp), None
    skp.save(update_fields=["until", "changed_at"])
    count_skp(skp, before, place_of(skp))
    if skp.version:
        reopen_periods_after(skp)
        open_evaluations(skp)
    return True


def _tell(found: Followed, on: date) -> None:
    for appraiser, many in found.gained.items():
        notify(
            users=accounts_of([appraiser]) if appraiser else [],
            text=f"Anda sekarang menilai kinerja {many} pegawai, menurut garis penilaian.",
            url=f"/kinerja/tim/?tahun={on.year}",
        )
