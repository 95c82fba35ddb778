"""Hukuman disiplin yang dijatuhkan."""

from django.db import models
from django.db.models import F, Q

from jenjang.kernel.histories import HistoryRecord


class SanctionRecord(HistoryRecord):
    """Hukuman disiplin (PP 94/2021): level and kind; it counts from `effective_from` and is served until `ends`."""

    level = models.CharField("Tingkat", max_length=10)
    sanction = models.CharField("Jenis hukuman", max_length=40)
    ends = models.DateField("Berakhir pada", null=True, blank=True)
    offence = models.CharField("Pelanggaran", max_length=300, blank=True, default="")

    class Meta(HistoryRecord.Meta):
        constraints = [
            *HistoryRecord.Meta.constraints,
            models.CheckConstraint(
                name="sanctionrecord_ends_after_start", condition=Q(ends=None) | Q(ends__gte=F("effective_from"))
            ),
        ]
