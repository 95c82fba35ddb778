"""Staged imports: read, reviewed, applied whole or not at all, one at a time, also when the worker dies."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from jenjang.kernel import actions, documents, imports, jobs, staged_rows
from jenjang.kernel.imports import Entry, ImportRefused, Reading, Remark
from jenjang.kernel.jobs import Progress
from jenjang.kernel.models import ImportState, Notice, NumberSeries, RowFate, Severity, StagedImport, StagedRow
from jenjang.law.errors import Refused

KIND = "uji.impor"


class Plain:
    """Takes number series from a JSON list of words; the word "rusak" makes it fail half way."""

    def _words(self, staged: StagedImport) -> list[str]:
        import json

        words: list[str] = json.loads(documents.read(staged.document))
        if not words:
            raise ImportRefused("Berkas tidak berisi data.")
        return words

    def read(self, staged: StagedImport, progress: Progress) -> Reading:
        words = self._words(staged)
        entries = [
            Entry(row, RowFate.REJECTED if word == "salah" else RowFate.NEW, key=word, differences=[("NAMA", "", word)])
            for row, word in enumerate(words, 2)
        ]
        remarks = [
            Remark(entry.row, "NAMA", "Isi nama yang benar.") for entry in entries if entry.fate == RowFate.REJECTED
        ]
        remarks.append(Remark(2, "NIK", "NIK 15 angka; periksa.", Severity.WARNING))
        return Reading(rows=len(words), unchanged=0, entries=entries, remarks=remarks)

    def apply(self, staged: StagedImport, progress: Progress, *, by: Any) -> dict[str, Any]:
        for word in self._words(staged):
            NumberSeries.objects.get_or_create(series=word, year=2026)
            if word == "rusak":
                raise ZeroDivisionError
        return {"diterapkan": True}


@pytest.fixture(autouse=True)
def _plain(tmp_path: Any, settings: Any) -> Iterator[None]:
    settings.FILES_ROOT = tmp_path
    imports.importer(KIND, title="Data uji", make=Plain, url=lambda staged: f"/impor/{staged.pk}/")
    yield
    del imports.IMPORTERS[KIND]


def read_import(text: str) -> StagedImport:
    document = actions.store_document(text.encode(), by=None, kinds=documents.TREES, name="uji.json")
    staged = imports.upload(kind=KIND, document=document, by=None)
    jobs.run_pending()
    staged.refresh_from_db()
    return staged


def test_reading_writes_nothing_but_shows_what_would_happen() -> None:
    staged = read_import('["a", "salah", "b"]')
    assert (staged.state, staged.rows, staged.new, staged.rejected) == (ImportState.READY, 3, 2, 1)
    assert staged_rows.differences_of(staged_rows.rows_of(staged, RowFate.NEW)[0]) == [("NAMA", "", "a")]
    assert [(remark.row, remark.column) for remark in staged_rows.remarks_of(staged, Severity.ERROR)] == [(3, "NAMA")]
    assert not NumberSeries.objects.exists()
    assert staged.job is not None
    assert staged.job.result_url == f"/impor/{staged.pk}/"


def test_applying_writes_once_and_a_second_run_changes_nothing() -> None:
    staged = imports.apply(staged=read_import('["a", "b"]'), by=None)
    jobs.run_pending()
    staged.refresh_from_db()
    assert (staged.state, staged.summary) == (ImportState.APPLIED, {"diterapkan": True})
    assert staged.job is not None
    imports._apply(Progress(staged.job, connection), staged=staged.pk)
    assert NumberSeries.objects.count() == 2


def test_a_failure_in_the_middle_leaves_nothing_half_in() -> None:
    staged = imports.apply(staged=read_import('["a", "rusak", "b"]'), by=None)
    with pytest.raises(ZeroDivisionError):
        jobs.run_pending()
    staged.refresh_from_db()
    assert staged.state == ImportState.FAILED
    assert not NumberSeries.objects.exists()


def test_a_file_that_cannot_be_imported_says_why() -> None:
    staged = read_import("[]")
    assert (staged.state, staged.message) == (ImportState.FAILED, "Berkas tidak berisi data.")


def test_a_second_import_waits_until_the_first_is_in() -> None:
    first, second = read_import('["a"]'), read_import('["b"]')
    imports.apply(staged=first, by=None)
    with pytest.raises(Refused, match="Impor lain sedang diterapkan"):
        imports.apply(staged=second, by=None)
    jobs.run_pending()
    imports.apply(staged=second, by=None)
    jobs.run_pending()
    assert NumberSeries.objects.count() == 2


def test_what_is_discarded_is_forgotten_and_cannot_be_applied() -> None:
    staged = imports.discard(staged=read_import('["a"]'), by=None)
    assert not StagedRow.objects.exists()
    with pytest.raises(Refused, match="dibuang"):
        imports.apply(staged=staged, by=None)


def test_a_reading_that_was_killed_is_done_again_without_doubles() -> None:
    staged = read_import('["a", "b"]')
    StagedImport.objects.filter(pk=staged.pk).update(state=ImportState.READING)
    assert staged.job is not None
    imports._read(Progress(staged.job, connection), staged=staged.pk)
    assert StagedRow.objects.count() == 2


def test_every_state_reaches_an_end() -> None:
    ends = {state for state, following in imports.TRANSITIONS.items() if not following}
    for state in imports.TRANSITIONS:
        reached, open_states = {state}, [state]
        while open_states:
            following = imports.TRANSITIONS[open_states.pop()] - reached
            reached |= following
            open_states += following
        assert reached & ends
    assert set(imports.TRANSITIONS) == set(ImportState)


def test_notices_go_to_each_person_once_and_are_counted_until_read() -> None:
    from jenjang.accounts.models import User
    from jenjang.kernel import queries

    sri = User.objects.create_user("uji-sri", name="Sri")
    budi = User.objects.create_user("uji-budi", name="Budi")
    actions.notify(users=[sri, sri, budi], text="Impor selesai.", url="/impor/1/")
    assert (Notice.objects.count(), queries.unread_count(sri)) == (2, 1)
    assert actions.mark_read(by=sri) == 1
    assert (queries.unread_count(sri), queries.unread_count(budi)) == (0, 1)
    other = queries.notices_of(budi).first()
    assert other is not None
    assert actions.mark_read(by=sri, notice=other.pk) == 0
