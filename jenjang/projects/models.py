"""Peran dalam tim: who contributed to which work across units."""

from django.db import models
from django.db.models import F, Q

from jenjang.kernel.histories import HistoryRecord


class TeamRoleRecord(HistoryRecord):
    """Riwayat peran dalam tim: led or took part, within a unit or across, from a day to a day."""

    role = models.CharField("Peran", max_length=20)
    name = models.CharField("Nama tim", max_length=300)
    until = models.DateField("Sampai", null=True, blank=True)

    class Meta(HistoryRecord.Meta):
        constraints = [
            *HistoryRecord.Meta.constraints,
            models.CheckConstraint(
                name="teamrolerecord_ends_after_start", condition=Q(until=None) | Q(until__gte=F("effective_from"))
            ),
        ]
