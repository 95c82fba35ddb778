"""Jobs: in the caller's transaction, with progress, once at a time, and picked up again after a kill."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection, transaction

from jenjang.kernel import jobs
from jenjang.kernel.models import Job, JobState
from tests.integration.kernel.slow_work import STEPS, broken, failing, slow

WORKER = """
import django; django.setup()
import tests.integration.kernel.slow_work
from jenjang.kernel import jobs
jobs.run_worker(heartbeat=0.3, stalled=1.5)
"""


def waiting_entries() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'")
        return int(cursor.fetchone()[0])


def test_a_job_waits_until_it_is_run_and_then_says_what_came_of_it(tmp_path: Path) -> None:
    (tmp_path / "tanda").write_text("mulai\n")
    job = jobs.start(slow, by=None, marks=str(tmp_path / "tanda"))
    assert (job.state, waiting_entries()) == (JobState.WAITING, 1)

    assert jobs.run_pending() == 1

    job.refresh_from_db()
    assert (job.state, job.result, job.result_url, job.percent) == (JobState.DONE, "selesai", "/hasil/", 100)
    assert job.progress_total == STEPS
    assert waiting_entries() == 0


def test_a_job_of_a_transaction_that_rolled_back_never_existed() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        jobs.start(failing, by=None)
        raise RuntimeError
    assert waiting_entries() == 0
    assert not Job.objects.exists()


def test_a_task_that_cannot_do_its_work_tells_the_owner_why() -> None:
    job = jobs.start(failing, by=None)
    jobs.run_pending()
    job.refresh_from_db()
    assert (job.state, job.message) == (JobState.FAILED, "Berkas tidak terbaca.")


def test_an_unforeseen_error_reaches_the_log_and_the_owner_gets_a_number_to_quote() -> None:
    job = jobs.start(broken, by=None)
    with pytest.raises(ZeroDivisionError):
        jobs.run_pending()
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert str(job.pk) in job.message


def test_a_job_that_kills_its_worker_each_time_is_given_up() -> None:
    job = jobs.start(failing, by=None)
    Job.objects.filter(pk=job.pk).update(attempts=jobs.ATTEMPTS, state=JobState.RUNNING)
    jobs.run_pending()
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "terhenti 3 kali" in job.message


def test_a_finished_job_is_not_run_again(tmp_path: Path) -> None:
    marks = tmp_path / "tanda"
    marks.write_text("mulai\n")
    job = jobs.start(slow, by=None, marks=str(marks))
    jobs.run_pending()
    jobs.run(job.pk, {"marks": str(marks)}, speaker=connection)
    assert len(marks.read_text().splitlines()) == 2


def test_a_worker_killed_in_the_middle_leaves_a_job_that_another_finishes(committed_db: str, tmp_path: Path) -> None:
    marks = tmp_path / "tanda"
    job = jobs.start(slow, by=None, marks=str(marks))

    first = start_worker(committed_db)
    try:
        wait_for(lambda: progress_of(job) > 1)
    finally:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    assert Job.objects.get(pk=job.pk).state == JobState.RUNNING

    second = start_worker(committed_db)
    try:
        wait_for(lambda: Job.objects.get(pk=job.pk).state == JobState.DONE)
    finally:
        second.terminate()
        second.wait(20)
    assert Job.objects.get(pk=job.pk).attempts == 2
    assert marks.read_text().splitlines() == ["mulai", "mulai"]


def test_a_running_job_is_not_begun_by_a_second_worker(committed_db: str, tmp_path: Path) -> None:
    import psycopg

    job = jobs.start(failing, by=None)
    with psycopg.connect(committed_db) as elsewhere:
        elsewhere.execute("SELECT pg_advisory_lock(%s, %s)", [jobs.LOCK_SPACE, job.pk])
        jobs.run(job.pk, {}, speaker=connection)
        job.refresh_from_db()
        assert job.state == JobState.WAITING
    assert waiting_entries() == 2


def start_worker(address: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DATABASE_URL": address, "DATABASE_OWNER_URL": address}
    return subprocess.Popen([sys.executable, "-c", WORKER], env=environment, cwd=Path(__file__).parents[3])


def progress_of(job: Job) -> int:
    return Job.objects.get(pk=job.pk).progress_done


def wait_for(condition: Callable[[], bool], seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)
