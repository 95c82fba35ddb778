"""Pekerjaan latar kinerja: preparing drafts, handing over the results of a unit, silence, the line of appraisers, closing a year."""

from __future__ import annotations

from collections import Counter

from jenjang.accounts.queries import account_or_404
from jenjang.kernel import clock
from jenjang.kernel.jobs import Progress, every, task
from jenjang.performance import closing, drafting, following, lapsing, patterns, releasing, tallies
from jenjang.performance.appraisers import chain
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
        whole.credits_corrected += one.credits_corrected
        done += len(block)
        progress.progress(done, len(people), f"{done} dari {len(people)} pegawai")
    tallies.recount_indexes(performance_year.year)
    progress.finish(
        result=f"{whole.closed} pegawai ditutup, {whole.unchanged} sudah ditutup sebelumnya, {whole.corrected} dibetulkan, "
        f"{whole.credits} angka kredit ditetapkan, {whole.credits_corrected} dibetulkan.",
        url=f"/kinerja/tahun/{performance_year.year}/",
    )


@task("kinerja.siapkan_skp", title="Menyiapkan rancangan SKP")
def prepare_skps(progress: Progress, *, year: int, unit: int, way: str, user: int) -> None:
    """Person by person; started again it goes on with those who have none yet."""
    performance_year = PerformanceYear.objects.get(pk=year)
    by, day = account_or_404(user), clock.today()
    line, people = chain(day), drafting.waiting(performance_year, unit)
    reasons: Counter[str] = Counter()
    for done, employee in enumerate(people, start=1):
        reasons[drafting.prepare(employee=employee, year=performance_year, way=way, by=by, on=day, line=line)] += 1
        progress.progress(done, len(people), f"{done} dari {len(people)} pegawai")
    made = reasons.pop("", 0)
    left = "".join(f" {count} belum: {reason}" for reason, count in reasons.most_common(5))
    progress.finish(
        result=f"{made} rancangan SKP disiapkan.{left}", url=f"/kinerja/unit/{unit}/{performance_year.year}/massal/"
    )


@task("kinerja.serahkan_unit", title="Menyerahkan hasil evaluasi")
def release_unit(progress: Progress, *, year: int, period: int, unit: int, user: int) -> None:
    """One after the other; started again it goes on, for what is handed over waits no more."""
    performance_year = PerformanceYear.objects.get(pk=year)
    by, day = account_or_404(user), clock.today()
    keys = releasing.waiting(by, unit, performance_year, period)
    done = handed = 0
    for is_handed in releasing.release_each(keys, by=by, on=day):
        done, handed = done + 1, handed + is_handed
        progress.progress(done, len(keys), f"{done} dari {len(keys)} pegawai")
    progress.finish(
        result=f"{handed} hasil diserahkan. Tiap pegawai diberi tahu.",
        url=f"/kinerja/sebaran/{performance_year.year}/{period}/{unit}/",
    )


@every("40 17 * * *", name="kinerja.tanpa_tanggapan")
def lapse_unanswered() -> None:
    """Dokumen evaluasi yang tidak ditanggapi sampai tenggatnya: each day, soon after midnight in Indonesia."""
    lapsing.lapse_all(on=clock.today())


@task("kinerja.sesuaikan_penilai", title="Menyesuaikan penilai")
def follow_line_now(progress: Progress) -> None:
    """What the night does, when the personnel office asks."""
    progress.finish(result=following.follow_all(on=clock.today()).said, url="/kinerja/tahun/")


@every("10 18 * * *", name="kinerja.garis_penilaian")
def follow_line() -> None:
    """Penilai yang berganti dan pegawai yang tidak lagi aktif: each night, before the lists of the day."""
    following.follow_all(on=clock.today())


@every("20 19 * * *", name="kinerja.pola_penilai")
def read_patterns() -> None:
    """Pola penilai: each night, for the lists of the day."""
    patterns.read_due(on=clock.today())
