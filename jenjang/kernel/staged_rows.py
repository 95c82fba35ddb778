"""Baris impor yang ditinjau: what is read of one import before it is applied, and which rows its reviewer leaves out."""

import json
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet

from jenjang.kernel.models import ImportState, RowFate, StagedFinding, StagedImport, StagedRow
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused

if TYPE_CHECKING:
    from jenjang.accounts.models import User

WRITTEN = (RowFate.NEW, RowFate.CHANGED)


def rows_of(staged: StagedImport, fate: str = "") -> QuerySet[StagedRow]:
    """The rows that would change something or are refused, as they stand in the sheet."""
    rows = StagedRow.objects.filter(staged=staged)
    return (rows.filter(fate=fate) if fate else rows).order_by("row")


def left_out(staged: StagedImport) -> QuerySet[StagedRow]:
    """The rows that the reviewer left out, as they stand in the sheet."""
    return StagedRow.objects.filter(staged=staged).exclude(left_out_by=None).order_by("row")


def numbers_left_out(staged: StagedImport) -> frozenset[int]:
    """Their numbers, for the importer that applies the others."""
    return frozenset(left_out(staged).values_list("row", flat=True))


def remarks_of(staged: StagedImport, severity: str = "") -> QuerySet[StagedFinding]:
    """What is wrong, as it stands in the sheet."""
    remarks = StagedFinding.objects.filter(staged=staged)
    return (remarks.filter(severity=severity) if severity else remarks).order_by("row", "pk")


def differences_of(row: StagedRow) -> list[tuple[str, str, str]]:
    """Column, old, new."""
    return [tuple(part) for part in json.loads(row.differences)]


def leave_out(*, staged: StagedImport, row: int, by: "User") -> StagedRow:
    """Keluarkan satu baris: the others go in without it."""
    return _mark(staged, row, by)


def put_back(*, staged: StagedImport, row: int) -> StagedRow:
    """Ikutkan lagi satu baris."""
    return _mark(staged, row, None)


@transaction.atomic
def _mark(staged: StagedImport, row: int, by: "User | None") -> StagedRow:
    """Only while the import waits; the lock keeps it from being applied in the same moment. Pressed twice it is the same."""
    if StagedImport.objects.select_for_update().get(pk=staged.pk).state != ImportState.READY:
        raise Refused(
            Decision([Finding(False, "Impor ini tidak lagi menunggu ditinjau; barisnya tidak dapat diubah.")], None)
        )
    found = StagedRow.objects.get(staged=staged, row=row, fate__in=WRITTEN)
    found.left_out_by = by
    found.save(update_fields=["left_out_by"])
    return found
