"""Pengingat: one tap for many, never more than one a week to a person, whoever sends it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction

from jenjang.kernel.actions import notify
from jenjang.performance.models import Reminder
from jenjang.performance.queries_steering import LABELS, UNFILLED, UNPLANNED, UNRATED, UNRELEASED, reminded_since
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User

WORDS = {
    UNPLANNED: ("SKP Anda tahun ini belum disusun. Mulai dari salinan tahun lalu; beberapa menit cukup.", "/kinerja/"),
    "belum_ditetapkan": ("SKP Anda belum ditetapkan. Lihat apa yang masih ditunggu.", "/kinerja/"),
    UNFILLED: ("Evaluasi Anda belum diisi. Kemajuan yang sudah dicatat terbaca di sana.", "/kinerja/"),
    UNRATED: ("Ada evaluasi yang menunggu penilaian Anda.", "/kinerja/tim/"),
    UNRELEASED: ("Ada hasil penilaian yang belum Anda serahkan kepada pegawai.", "/kinerja/tim/"),
}  # fmt: skip


@transaction.atomic
def remind(*, employees: Sequence[int], about: str, by: User, on: date) -> int:
    """Mengingatkan yang belum diingatkan dalam jeda; gives how many were. Two who press at once remind each person once."""
    if about not in LABELS:
        raise ValueError(f"{about} is nothing to remind of")
    _one_at_a_time()
    monday = on - timedelta(days=on.weekday())
    this_week = Reminder.objects.filter(week=monday, employee__in=employees).values_list("employee_id", flat=True)
    fresh = sorted(set(employees) - reminded_since(employees, on) - set(this_week))
    Reminder.objects.bulk_create(Reminder(employee_id=key, week=monday, about=about, by=by) for key in fresh)
    text, url = WORDS[about]
    notify(users=accounts_of(fresh), text=text, url=url)
    return len(fresh)


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('performance.reminder'))")
