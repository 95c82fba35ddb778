"""Pekerjaan latar umpan balik: what is shown and closed by the calendar, and the two long works of a 360-degree round."""

from __future__ import annotations

from jenjang.accounts.queries import account_or_404
from jenjang.feedback import closing_round, opening_round, pulses, upward
from jenjang.feedback.models import Round
from jenjang.kernel import clock
from jenjang.kernel.jobs import Progress, every, task


@task("umpan_balik.usulkan_penilai", title="Mengusulkan penilai 360°")
def propose_raters(progress: Progress, *, round: int, user: int) -> None:
    """Block by block; started again it goes on with those who have no raters yet."""
    found, by = Round.objects.get(pk=round), account_or_404(user)
    made = opening_round.propose_all(found, by=by, tell=progress.progress)
    progress.finish(
        result=f"{made.people} pegawai mempunyai penilai; {made.raters} penilai diusulkan, {made.relatives} dilewati karena keluarga.",
        url="/umpan-balik/360/kelola/",
    )


@task("umpan_balik.hitung_360", title="Menghitung hasil 360°")
def close_round(progress: Progress, *, round: int, user: int) -> None:
    """Block by block; who has a result keeps it, so that it can be started again."""
    found, by = Round.objects.get(pk=round), account_or_404(user)
    made = closing_round.close_all(found, by=by, on=clock.today(), tell=progress.progress)
    progress.finish(
        result=f"{made.with_predicate} pegawai mendapat predikat; pada {made.without} orang penjawabnya belum cukup.",
        url="/umpan-balik/360/kelola/",
    )


@every("40 20 * * *", name="umpan_balik_menurut_kalender")
def follow_the_calendar() -> None:
    """Each night: answers without names that have become enough are shown, a pulse whose last day is over is counted."""
    today = clock.today()
    upward.publish(today)
    pulses.close_due(today)
