"""Pekerjaan latar kinerja: closing a year."""

from __future__ import annotations

from jenjang.accounts.queries import account_or_404
from jenjang.kernel import clock
from jenjang.kernel.jobs import Progress, task
from jenjang.performance import closing, tallies
from jenjang.performance.models import PerformanceYear


@task("kinerja.tutup_tahun", title="Menutup tahun kinerja")
def close_year(progress: Progress, *, year: int, user: int) -> None:
    """Block by block; started again it goes on, for what is closed stays closed."""
    performance_year = PerformanceYear.objects.get(pk=year)
    by, day = account_or_404(user), clock.today()
    people = closing.ready(performance_year)
    done, whole = 0, closing.Tally()
    for block in closing.blocks(people):
        one = closing.close_block(performance_year, block, by=by, on=day)
        whole.closed += one.closed
        whole.unchanged += one.unchanged
        whole.corrected += one.corrected
        whole.credits += one.credits
        done += len(block)
        progress.progress(done, len(people), f"{done} dari {len(people)} pegawai")
    tallies.recount_indexes(performance_year.year)
    progress.finish(
        result=f"{whole.closed} pegawai ditutup, {whole.unchanged} sudah ditutup sebelumnya, {whole.corrected} dibetulkan, "
        f"{whole.credits} angka kredit ditetapkan.",
        url=f"/kinerja/tahun/{performance_year.year}/",
    )
