"""Impor bertahap: read in the background, reviewed by a person, then applied whole or discarded.

A slice enters an `Importer` for its kind of file. The engine keeps the states, the rows that would change something and
what is wrong with each cell; it sees to it that one import of a kind is applied at a time, that a killed one goes on,
and that nothing is ever half in.

    uploaded -> reading -> ready -> applying -> applied
                  |          |         |
                failed   discarded   failed
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from django.db import IntegrityError, connection, transaction

from jenjang.kernel import clock, jobs
from jenjang.kernel.jobs import Failed, Progress
from jenjang.kernel.models import (
    Document,
    ImportState,
    RowFate,
    Severity,
    StagedFinding,
    StagedImport,
    StagedRow,
)
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused

if TYPE_CHECKING:
    from jenjang.accounts.models import User

LOCK_SPACE = 0x494D50  # "IMP": with the kind's hash, one import of a kind is applied at a time
State = Any  # a member of the TextChoices; Django ships no types, and mypy takes its members for tuples
TRANSITIONS: dict[State, frozenset[State]] = {
    ImportState.UPLOADED: frozenset({ImportState.READING, ImportState.DISCARDED}),
    ImportState.READING: frozenset({ImportState.READY, ImportState.FAILED}),
    ImportState.READY: frozenset({ImportState.APPLYING, ImportState.DISCARDED}),
    ImportState.APPLYING: frozenset({ImportState.APPLIED, ImportState.FAILED}),
    ImportState.APPLIED: frozenset(),
    ImportState.DISCARDED: frozenset(),
    ImportState.FAILED: frozenset(),
}


class ImportRefused(ValueError):
    """The file cannot be imported at all; the sentence says why and what to send instead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that would change something or is refused. `differences` are (column, old, new)."""

    row: int
    fate: Any  # RowFate
    key: str = ""
    label: str = ""
    differences: Sequence[tuple[str, str, str]] = ()
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said about a cell."""

    row: int
    column: str
    message: str
    severity: Any = Severity.ERROR


@dataclass(slots=True)
class Reading:
    """Hasil baca: what the importer found."""

    rows: int
    unchanged: int
    entries: Iterable[Entry]
    remarks: Iterable[Remark]
    summary: dict[str, Any] = field(default_factory=dict)


class Importer(Protocol):
    """What a slice knows: how to read its file, and how to apply it."""

    def read(self, staged: StagedImport, progress: Progress) -> Reading:
        """Compare the file with what is known, without writing. Raises `ImportRefused`."""

    def apply(self, staged: StagedImport, progress: Progress, *, by: Any) -> dict[str, Any]:
        """Write, inside the engine's transaction; read again, so that what changed meanwhile is seen. Gives a summary."""


IMPORTERS: dict[str, tuple[str, Callable[[], Importer]]] = {}


def importer(
    kind: str, *, title: str, make: Callable[[], Importer], url: Callable[[StagedImport], str] | None = None
) -> None:
    """Enter a slice's importer. `url` gives the page of a staged import."""
    IMPORTERS[kind] = (title, make)
    if url is not None:
        _urls[kind] = url


_urls: dict[str, Callable[[StagedImport], str]] = {}


def url_of(staged: StagedImport) -> str:
    return _urls[staged.kind](staged) if staged.kind in _urls else ""


@transaction.atomic
def upload(*, kind: str, document: Document, companion: Document | None = None, by: "User | None") -> StagedImport:
    """Mengunggah impor, and let it be read in the background."""
    staged = StagedImport.objects.create(kind=kind, document=document, companion=companion, uploaded_by=by)
    _move(staged, ImportState.READING)
    staged.job = jobs.start(READ, by=by, title=f"Membaca {IMPORTERS[kind][0].lower()}", staged=staged.pk)
    staged.save(update_fields=["job"])
    return staged


def apply(*, staged: StagedImport, by: "User | None") -> StagedImport:
    """Menerapkan impor in the background. Refused while another of its kind is being applied."""
    try:
        with transaction.atomic():
            staged = _locked(staged)
            _move(staged, ImportState.APPLYING, settled_by=by, settled_at=clock.now())
            staged.job = jobs.start(
                APPLY, by=by, title=f"Menerapkan {IMPORTERS[staged.kind][0].lower()}", staged=staged.pk
            )
            staged.save(update_fields=["job"])
    except IntegrityError as error:
        raise _refusal("Impor lain sedang diterapkan. Tunggu sampai selesai, lalu tinjau ulang impor ini.") from error
    return staged


@transaction.atomic
def discard(*, staged: StagedImport, by: "User | None") -> StagedImport:
    """Membuang impor: nothing of it is kept but the file and who discarded it."""
    staged = _locked(staged)
    _move(staged, ImportState.DISCARDED, settled_by=by, settled_at=clock.now())
    _forget_rows(staged)
    return staged


def _read(progress: Progress, *, staged: int) -> None:
    found = StagedImport.objects.select_related("document", "companion").get(pk=staged)
    if found.state != ImportState.READING:
        return
    try:
        reading = _importer_of(found).read(found, progress)
        with transaction.atomic():
            _write(_locked(found), reading)
    except (ImportRefused, Failed) as refusal:
        _move(found, ImportState.FAILED, message=str(refusal)[:500])
        raise Failed(str(refusal)) from refusal
    progress.finish(result="Berkas selesai dibaca dan siap ditinjau.", url=url_of(found))


def _write(staged: StagedImport, reading: Reading) -> None:
    """What was read, in three strokes. A second reading after a kill replaces the first."""
    _forget_rows(staged)
    counts = dict.fromkeys(RowFate, 0)
    with connection.cursor() as cursor:
        with cursor.copy(
            "COPY kernel_stagedrow (staged_id, row, fate, key, label, data, differences) FROM STDIN"
        ) as rows:
            for entry in reading.entries:
                counts[entry.fate] += 1
                rows.write_row(
                    (
                        staged.pk,
                        entry.row,
                        str(entry.fate),
                        entry.key[:60],
                        entry.label[:200],
                        _json(entry.data),
                        _json(entry.differences),
                    )
                )
        with cursor.copy(
            'COPY kernel_stagedfinding (staged_id, row, "column", severity, message) FROM STDIN'
        ) as remarks:
            for remark in reading.remarks:
                remarks.write_row(
                    (staged.pk, remark.row, remark.column[:100], str(remark.severity), remark.message[:500])
                )
    _move(
        staged, ImportState.READY, rows=reading.rows, unchanged=reading.unchanged, new=counts[RowFate.NEW],
        changed=counts[RowFate.CHANGED], rejected=counts[RowFate.REJECTED], summary=reading.summary,
    )  # fmt: skip


def _apply(progress: Progress, *, staged: int) -> None:
    """All of it or nothing: the state changes in the transaction that writes the rows, so a second run finds it done."""
    found = StagedImport.objects.get(pk=staged)
    try:
        with transaction.atomic():
            _one_at_a_time(found.kind)
            found = _locked(found)
            if found.state != ImportState.APPLYING:
                return
            summary = _importer_of(found).apply(found, progress, by=found.settled_by)
            _move(found, ImportState.APPLIED, summary={**found.summary, **summary})
    except (ImportRefused, Refused, Failed) as refusal:
        _move(found, ImportState.FAILED, message=str(refusal)[:500])
        raise Failed(str(refusal)) from refusal
    except Exception:
        _move(found, ImportState.FAILED, message="Terjadi kesalahan pada sistem; tidak ada data yang berubah.")
        raise
    progress.finish(result="Impor diterapkan.", url=url_of(found))


READ = jobs.task("kernel.impor.baca", title="Membaca berkas impor")(_read)
APPLY = jobs.task("kernel.impor.terapkan", title="Menerapkan impor")(_apply)


def _importer_of(staged: StagedImport) -> Importer:
    return IMPORTERS[staged.kind][1]()


def _one_at_a_time(kind: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK_SPACE, kind])


def _locked(staged: StagedImport) -> StagedImport:
    return StagedImport.objects.select_for_update().get(pk=staged.pk)


def _move(staged: StagedImport, to: State, **changes: Any) -> None:
    if to not in TRANSITIONS[staged.state]:
        raise _refusal(f"Impor ini {staged.get_state_display().lower()}; langkah itu tidak lagi mungkin.")
    for name, value in {**changes, "state": to}.items():
        setattr(staged, name, value)
    staged.save(update_fields=["state", *changes])


def _refusal(reason: str) -> Refused:
    return Refused(Decision([Finding(False, reason)], None))


def _forget_rows(staged: StagedImport) -> None:
    StagedRow.objects.filter(staged=staged)._raw_delete(staged._state.db)
    StagedFinding.objects.filter(staged=staged)._raw_delete(staged._state.db)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
