"""Pelaksanaan: what was done, week by week, and the evidence of it. One piece of evidence may serve many uses."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from jenjang.performance.models.skp import PlannedResult


class ProgressEntry(models.Model):
    """Catatan kemajuan: what a person did in a week, in a few words, for a planned result.

    `key` comes from the device: the same draft sent twice is kept once. `withdrawn_at` also marks an entry that a newer
    one of the same week has taken the place of.
    """

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="progress")
    on = models.DateField("Tanggal")
    text = models.CharField("Yang dikerjakan", max_length=1000)
    key = models.CharField(max_length=36, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["employee", "-on"], name="progress_of_person")]
        constraints = [
            models.UniqueConstraint(fields=["employee", "key"], condition=~Q(key=""), name="progress_sent_once")
        ]


class ProgressLine(models.Model):
    """Kemajuan satu hasil kerja: which planned result an entry is about, and how much of the target it brought."""

    entry = models.ForeignKey(ProgressEntry, on_delete=models.CASCADE, related_name="lines")
    result = models.ForeignKey(PlannedResult, on_delete=models.PROTECT, related_name="progress")
    amount = models.DecimalField("Jumlah", max_digits=14, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "result"], name="progressline_once")]


class Evidence(models.Model):
    """Bukti dukung: a file or a link that a person keeps once and uses where it proves something."""

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField("Nama bukti", max_length=200)
    document = models.ForeignKey("kernel.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    link = models.CharField("Tautan", max_length=500, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["employee", "-at"], name="evidence_of_person")]
        constraints = [
            models.CheckConstraint(
                name="evidence_is_a_file_or_a_link",
                condition=Q(document__isnull=False, link="") | Q(document=None) & ~Q(link=""),
            )
        ]

    def __str__(self) -> str:
        return self.title


class EvidenceUse(models.Model):
    """Pemakaian bukti: the planned result that it proves, and the entry in which it was given, if any."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="uses")
    result = models.ForeignKey(PlannedResult, on_delete=models.PROTECT, related_name="evidence_uses")
    entry = models.ForeignKey(
        ProgressEntry, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence_uses"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "result", "entry"],
                nulls_distinct=False,
                name="evidence_proves_a_result_once_a_week",
            )
        ]
