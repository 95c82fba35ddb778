"""Pekerjaan latar: work that outlives a request, goes on after a kill, and shows how far it is.

A task may be run again from its beginning whenever its worker was killed: it must be able to (idempotent), and it is
never run twice at once. Each slice writes its tasks in its own `jobs.py`, which is found by itself.

    @task("siasn.baca", title="Membaca berkas SIASN")
    def read_file(progress: Progress, *, staged: int) -> None: ...

    start(read_file, by=user, staged=3)
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from asgiref.sync import sync_to_async
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from procrastinate.app import App
from procrastinate.contrib.django import app as queue
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task

from jenjang.kernel import clock
from jenjang.kernel.models import Job, JobState

if TYPE_CHECKING:
    from jenjang.accounts.models import User

logger = logging.getLogger(__name__)

RUN = "jenjang.jalankan"
HEARTBEAT_SECONDS = 3.0
STALLED_SECONDS = 20.0
SHUTDOWN_SECONDS = 10.0
ASK_AGAIN_SECONDS = 15
ATTEMPTS = 3
REPORTS_A_SECOND = 2
KEEP_HOURS = 24 * 30
LOCK_SPACE = 0x4A4F42  # "JOB": the first half of the advisory lock that keeps a job from running twice at once


class Failed(Exception):
    """The work cannot be done; the sentence is shown to the person who asked for it."""


class Work(Protocol):
    """What a task's function looks like."""

    __name__: str

    def __call__(self, progress: "Progress", /, **arguments: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Task:
    """Jenis pekerjaan: a function under the name by which the queue knows it."""

    kind: str
    title: str
    work: Work


TASKS: dict[str, Task] = {}


def task(kind: str, *, title: str) -> Callable[[Callable[..., None]], Task]:
    """Enter a function into the register of tasks. Its arguments must be plain JSON values."""

    def enter(work: Callable[..., None]) -> Task:
        if kind in TASKS and TASKS[kind].work.__qualname__ != work.__qualname__:  # type: ignore[attr-defined]
            raise ValueError(f"Two tasks are called {kind!r}: {TASKS[kind].work.__name__} and {work.__name__}.")
        TASKS[kind] = Task(kind, title, work)
        return TASKS[kind]

    return enter


def every(cron: str, *, name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Run a function by the clock, e.g. "*/10 * * * *". Only one worker runs it each time."""

    def enter(work: Callable[[], None]) -> Callable[[], None]:
        def run(timestamp: int) -> None:
            work()

        queue.periodic(cron=cron)(queue.task(name=f"jenjang.{name}", queueing_lock=f"jenjang.{name}")(run))
        return work

    return enter


def start(what: Task, *, by: "User | None", title: str = "", **arguments: Any) -> Job:
    """Enter a job into the queue, in the caller's transaction: what rolls back is never run."""
    with transaction.atomic():
        job = Job.objects.create(kind=what.kind, title=title or what.title, owner=by)
        _enqueue(job.pk, arguments)
    return job


def _enqueue(job_pk: int, arguments: dict[str, Any], *, wait_seconds: int | None = None) -> None:
    """Through Django's own connection, also inside a worker: the entry belongs to the transaction around it."""
    schedule: Any = {"seconds": wait_seconds} if wait_seconds else None
    configure_task(name=RUN, job_manager=JobManager(DjangoConnector()), schedule_in=schedule).defer(
        job=job_pk, arguments=arguments
    )


class Progress:
    """Kemajuan: what a running task tells. It speaks through a connection of its own, so that a page sees it at once,
    also while the task is inside a transaction."""

    def __init__(self, job: Job, speaker: BaseDatabaseWrapper) -> None:
        self.job = job
        self._speaker = speaker
        self._last = 0.0
        self.result = ""
        self.url = ""

    def progress(self, done: int, total: int, message: str = "") -> None:
        """Say how far the work is. Cheap: only a few of many calls reach the database."""
        moment = time.monotonic()
        if moment - self._last < 1 / REPORTS_A_SECOND and done < total:
            return
        self._last = moment
        with self._speaker.cursor() as cursor:
            cursor.execute(
                "UPDATE kernel_job SET progress_done = %s, progress_total = %s, message = %s WHERE id = %s",
                [done, total, message[:500], self.job.pk],
            )

    def finish(self, *, result: str = "", url: str = "") -> None:
        """What the page shows in the end, and where it leads."""
        self.result, self.url = result, url


def run(job_pk: int, arguments: dict[str, Any], *, speaker: BaseDatabaseWrapper) -> None:
    """Do one job, unless it is over or running elsewhere. Failures are said to its owner and written to the log."""
    with _alone(job_pk) as is_alone:
        if not is_alone:
            _enqueue(job_pk, arguments, wait_seconds=ASK_AGAIN_SECONDS)
            return
        job = Job.objects.filter(pk=job_pk).first()
        if job is None or job.is_over:
            return
        if job.attempts >= ATTEMPTS:
            _close(
                job, JobState.FAILED, f"Pekerjaan terhenti {ATTEMPTS} kali di tengah jalan. Hubungi pengelola sistem."
            )
            return
        known = TASKS.get(job.kind)
        if known is None:
            _close(job, JobState.FAILED, "Jenis pekerjaan ini tidak dikenal oleh versi program yang berjalan.")
            return
        _open(job)
        _do(known, job, arguments, Progress(job, speaker))


def _do(known: Task, job: Job, arguments: dict[str, Any], progress: Progress) -> None:
    try:
        known.work(progress, **arguments)
    except Failed as failure:
        _close(job, JobState.FAILED, str(failure))
    except Exception:
        logger.exception("Job %s (%s) failed", job.pk, job.kind)
        _close(
            job, JobState.FAILED, f"Terjadi kesalahan pada sistem. Sebutkan nomor pekerjaan {job.pk} kepada pengelola."
        )
        raise
    else:
        _close(job, JobState.DONE, progress.result, progress.url)


def _open(job: Job) -> None:
    job.state = JobState.RUNNING
    job.attempts += 1
    job.started_at = clock.now()
    job.save(update_fields=["state", "attempts", "started_at"])


def _close(job: Job, state: Any, words: str, url: str = "") -> None:
    said = {"result": words} if state == JobState.DONE else {"message": words[:500]}
    Job.objects.filter(pk=job.pk).update(state=state, finished_at=clock.now(), result_url=url, **said)


@contextmanager
def _alone(job_pk: int) -> Iterator[bool]:
    """A lock of the session: it goes with the process, so a killed worker never leaves it behind."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK_SPACE, job_pk % 2**31])
        obtained = bool(cursor.fetchone()[0])
    try:
        yield obtained
    finally:
        if obtained:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK_SPACE, job_pk % 2**31])


@queue.task(name=RUN)
def _run_in_worker(job: int, arguments: dict[str, Any]) -> None:
    speaker = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        run(job, arguments, speaker=speaker)
    finally:
        speaker.close()


@every("17 3 * * *", name="buang_antrean_lama")
def forget_old_entries() -> None:
    """Entries of the queue are dropped after a month; the jobs themselves stay."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs j WHERE j.status IN ('succeeded', 'failed', 'cancelled', 'aborted') AND NOT EXISTS ("
            "SELECT 1 FROM procrastinate_events e WHERE e.job_id = j.id AND e.at > now() - make_interval(hours => %s))",
            [KEEP_HOURS],
        )


def run_pending() -> int:
    """Do everything that waits, here and now, and give the number of jobs. For tests and the command line."""
    count = 0
    while waiting := _next_waiting():
        entry, arguments = waiting
        try:
            run(arguments["job"], arguments["arguments"], speaker=connection)
        finally:
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [entry])
        count += 1
    return count


def _next_waiting() -> tuple[int, dict[str, Any]] | None:
    import json

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, args::text FROM procrastinate_jobs WHERE status = 'todo' AND task_name = %s ORDER BY id LIMIT 1",
            [RUN],
        )
        row = cursor.fetchone()
    return (row[0], json.loads(row[1])) if row else None


def run_worker(*, heartbeat: float = HEARTBEAT_SECONDS, stalled: float = STALLED_SECONDS) -> None:
    """Work until told to stop (SIGTERM, SIGINT). This is the process that `jenjang serve` supervises."""
    with queue.replace_connector(DjangoConnector().get_worker_connector()) as working:
        asyncio.run(_work(working, heartbeat, stalled))


async def _work(working: App, heartbeat: float, stalled: float) -> None:
    async with working.open_async():
        rescuer = asyncio.create_task(_rescue(working, stalled))
        try:
            await working.run_worker_async(
                name="jenjang",
                concurrency=1,
                fetch_job_polling_interval=2.0,
                update_heartbeat_interval=heartbeat,
                stalled_worker_timeout=stalled,
                shutdown_graceful_timeout=SHUTDOWN_SECONDS,
            )
        finally:
            rescuer.cancel()
    await sync_to_async(connections.close_all)()


async def _rescue(working: App, stalled: float) -> None:
    """Put the jobs of dead workers back into the queue."""
    while True:
        for lost in await working.job_manager.get_stalled_jobs(seconds_since_heartbeat=stalled):
            logger.warning("Job %s lost its worker and is run again", lost.task_kwargs.get("job"))
            await working.job_manager.retry_job(lost)
        await asyncio.sleep(stalled / 4)
