"""Pembinaan kinerja (PP 30/2019 Pasal 56-58): six months in which somebody whose results fell short is helped to mend it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from jenjang.performance.models.evaluation import Evaluation


class ImprovementOutcome(models.TextChoices):
    """Hasil pembinaan."""

    IMPROVED = "membaik", "Kinerja membaik"
    COMPETENCY_TEST = "uji_kompetensi", "Belum membaik: uji kompetensi"


class ImprovementPlan(models.Model):
    """Rencana perbaikan kinerja: from a yearly evaluation, for the months that the law gives."""

    evaluation = models.OneToOneField(Evaluation, on_delete=models.PROTECT, related_name="improvement")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="improvements")
    begins = models.DateField("Mulai")
    ends = models.DateField("Sampai")
    aim = models.CharField("Yang harus membaik", max_length=1000)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="improvement_ends_after_it_begins", condition=Q(ends__gt=F("begins")))
        ]

    def get_absolute_url(self) -> str:
        return f"/kinerja/pembinaan/{self.pk}/"


class ImprovementStep(models.Model):
    """Langkah perbaikan: one task with its day, and what came of it."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField("Langkah", max_length=500)
    due = models.DateField("Tenggat")
    done_on = models.DateField("Selesai", null=True, blank=True)
    note = models.CharField("Catatan", max_length=500, blank=True, default="")

    class Meta:
        ordering = ["plan", "due", "order", "pk"]


class ImprovementResult(models.Model):
    """Penutupan pembinaan: what was found at its end, and by whom. Sealed."""

    plan = models.OneToOneField(ImprovementPlan, on_delete=models.PROTECT, related_name="outcome")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("Hasil", max_length=16, choices=ImprovementOutcome)
    words = models.TextField("Pertimbangan", max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)
