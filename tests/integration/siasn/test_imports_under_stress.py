"""Two at once, and killed in the middle: nothing is half in, nothing is in twice."""

import os
import signal
import subprocess
import sys

import pytest
from django.db import connection

from jenjang import ledger
from jenjang.kernel import actions as kernel
from jenjang.kernel import documents, imports, jobs, sheets
from jenjang.kernel.imports import ImportState
from jenjang.ledger.verify import verify
from jenjang.personnel.models import Employee, IdentityRecord
from jenjang.siasn import employee_import, unit_tree
from jenjang.siasn.employee_rows import REQUIRED
from tests.at_once import DONE, at_once
from tests.integration.siasn import books
from tests.integration.siasn.books import person

ROWS = [person(number) for number in range(1, 9)]
# Runs what waits and dies where the last table is about to be written.
KILLED = """
import os, signal, django
django.setup()
from jenjang.kernel import jobs
from {module} import {name} as victim
victim.{function} = lambda *args, **options: os.kill(os.getpid(), signal.SIGKILL)
jobs.run_pending()
"""


def stage():
    sheet = kernel.store_document(books.employees(ROWS), by=None, name="pegawai.xlsx", kinds=documents.SHEETS)
    tree = kernel.store_document(books.tree(), by=None, name="unor.json", kinds=documents.TREES)
    return imports.upload(kind="pegawai", document=sheet, companion=tree, by=None)


def run_and_be_killed(address, module, name, function):
    environment = os.environ | {
        "DATABASE_URL": address,
        "DATABASE_OWNER_URL": address,
        "DJANGO_SETTINGS_MODULE": "jenjang.config.settings",
    }
    script = KILLED.format(module=module, name=name, function=function)
    ended = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, timeout=120, check=False
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()[-2000:]


def test_killed_while_reading_it_is_read_again_from_the_beginning(committed_db):
    staged = stage()
    run_and_be_killed(committed_db, "jenjang.siasn", "employee_import", "compare")
    staged.refresh_from_db()
    assert staged.state == ImportState.READING
    jobs.run_pending()
    staged.refresh_from_db()
    assert (staged.state, staged.new) == (ImportState.READY, 8)


def test_killed_while_applying_nothing_is_in_and_then_everything_once(committed_db):
    staged = stage()
    jobs.run_pending()
    imports.apply(staged=staged, by=None)
    run_and_be_killed(committed_db, "jenjang.personnel", "actions", "refresh_current")
    staged.refresh_from_db()
    assert (staged.state, Employee.objects.count(), IdentityRecord.objects.count()) == (ImportState.APPLYING, 0, 0)
    jobs.run_pending()
    staged.refresh_from_db()
    assert (staged.state, Employee.objects.count(), IdentityRecord.objects.count()) == (ImportState.APPLIED, 8, 8)
    assert verify(connection)["ok"]


@pytest.mark.usefixtures("committed_db")
def test_two_imports_of_one_sheet_at_once_bring_everybody_in_once():
    content, units = books.employees(ROWS), unit_tree.read(books.tree())
    outcomes = []

    def work():
        sheet = sheets.open_sheet(content, required=REQUIRED)
        outcomes.append(employee_import.import_employees(sheet, units, by=ledger.SYSTEM("uji")))

    assert at_once(work, work) == [DONE, DONE]
    assert sorted((outcome.new, outcome.unchanged) for outcome in outcomes) == [(0, 8), (8, 0)]
    assert (Employee.objects.count(), IdentityRecord.objects.count()) == (8, 8)
