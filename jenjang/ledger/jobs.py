"""Work by the clock: order what was committed, sign it every hour; and the verification that an inspector asks for."""

import json
from typing import TYPE_CHECKING

from django.db import connection

from jenjang.kernel.jobs import Progress, every, start, task
from jenjang.ledger import checkpoints
from jenjang.ledger.verify import verify

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


@every("*/5 * * * * *", name="ledger.urutkan")
def sequence() -> None:
    checkpoints.sequence()


@every("7 * * * *", name="ledger.titik_periksa")
def publish() -> None:
    checkpoints.publish()


@task("ledger.verifikasi", title="Verifikasi buku besar")
def verify_all(progress: Progress) -> None:
    """Sequence, verify, and keep the report as the job's result."""
    progress.progress(0, 2, "Mengurutkan catatan …")
    checkpoints.sequence()
    progress.progress(1, 2, "Menghitung ulang semua segel …")
    progress.finish(result=json.dumps(verify(connection), ensure_ascii=False), url="/buku-besar/")


def start_verification(*, by: "AbstractBaseUser") -> None:
    """Verifikasi sekarang: in the background, for it reads everything."""
    start(verify_all, by=by)
