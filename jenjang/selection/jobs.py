"""Pekerjaan seleksi: papers are set and signed in the background, again from the start when killed."""

from jenjang.kernel.jobs import Progress, task
from jenjang.selection import decrees


@task("naskah.susun", title="Menyusun dan menandatangani naskah")
def issue_paper(progress: Progress, *, order: int) -> None:
    """Set, prove, sign and store one paper."""
    decree = decrees.finish(order)
    progress.finish(result=f"{decree.number} selesai.", url=f"/naskah/{decree.pk}/")
