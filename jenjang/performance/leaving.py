"""Yang berhenti bekerja: an SKP ends with the service of its owner, and goes on under another when its appraiser leaves.

Read each night, for a decree of retirement is written in the personnel records and knows nothing of an SKP.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.kernel.actions import notify
from jenjang.law.wording import long_date
from jenjang.performance.appraisers import Chain, chain
from jenjang.performance.models import SKP
from jenjang.performance.moves import hold_skp, move_skp
from jenjang.performance.skps import OVER, appraiser_accounts, end, give_to
from jenjang.personnel.queries import accounts_of, full_names, service_on

if TYPE_CHECKING:
    from django.db.models import QuerySet

PROGRAM = ledger.SYSTEM("berhenti-bekerja")


def end_all(*, on: date) -> int:
    """Mengakhiri SKP pegawai yang berhenti, with the last day of service. Gives how many; run twice it finds nothing more."""
    rows = _running().filter(until=None, employee__current__active=False)
    return sum(_end(skp, on) for skp in rows)


def hand_on_all(*, on: date) -> int:
    """Mengalihkan SKP of appraisers who left to whoever leads the unit now, or the first above. Gives how many."""
    rows = list(_running().filter(appraiser__current__active=False))
    line = chain(on) if rows else None
    return sum(_hand_on(skp, line) for skp in rows if line is not None)


def _running() -> QuerySet[SKP]:
    rows = SKP.objects.filter(year__state="berjalan").exclude(state__in=OVER)
    return rows.select_related("year").order_by("pk")


@transaction.atomic
def _end(skp: SKP, on: date) -> int:
    hold_skp(skp)
    is_serving, left = service_on(skp.employee_id, on) or (True, on)
    if is_serving or left.year > skp.year.year or skp.until is not None:
        return 0
    last = left - timedelta(days=1)
    if last < skp.effective_from and not skp.version:
        _cancel(skp, f"Berhenti bekerja sejak {long_date(left)}, sebelum SKP ini berlaku.")
        return 1
    end(skp=skp, until=max(last, skp.effective_from), by=PROGRAM)
    if skp.version:
        name = full_names([skp.employee_id])[skp.employee_id]
        text = f"SKP {name} berakhir {long_date(last)} karena berhenti bekerja. Nilailah masa yang sudah dijalaninya."
        notify(users=appraiser_accounts(skp), text=text, url=skp.get_absolute_url())
    return 1


def _cancel(skp: SKP, reason: str) -> None:
    if skp.state == "diajukan":
        move_skp(skp, "rancangan", by=PROGRAM, reason=reason)
    move_skp(skp, "dibatalkan", by=PROGRAM, reason=reason)


@transaction.atomic
def _hand_on(skp: SKP, line: Chain) -> int:
    hold_skp(skp)
    former = skp.appraiser_id
    if former is None or skp.state in OVER:
        return 0
    give_to(skp, line.appraiser_of(skp.employee_id, skp.unit_id))
    name = full_names([former])[former]
    text = f"Pejabat penilai SKP {skp.year.year} diganti, sebab {name} tidak lagi bertugas."
    notify(users=[*appraiser_accounts(skp), *accounts_of([skp.employee_id])], text=text, url=skp.get_absolute_url())
    return 1
