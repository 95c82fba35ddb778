"""Denyut suasana kerja: five questions a quarter, without names, shown by groups of units that are large enough."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from jenjang.feedback.models.anonymous import Answer, Turn


class Pulse(models.Model):
    """Denyut satu triwulan: open for some days, then counted once."""

    year = models.PositiveSmallIntegerField("Tahun")
    quarter = models.PositiveSmallIntegerField("Triwulan")
    opens_on = models.DateField("Dibuka")
    closes_on = models.DateField("Hari terakhir")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    left_out = models.PositiveIntegerField("Jawaban yang tidak diperlihatkan", default=0)

    class Meta:
        ordering = ["-year", "-quarter"]
        constraints = [
            models.UniqueConstraint(fields=["year", "quarter"], name="pulse_once_a_quarter"),
            models.CheckConstraint(name="pulse_closes_after_it_opens", condition=Q(closes_on__gte=F("opens_on"))),
        ]

    def __str__(self) -> str:
        return f"triwulan {('I', 'II', 'III', 'IV')[self.quarter - 1]} {self.year}"


class PulseTurn(Turn):
    """Giliran mengisi denyut. `unit` is the person's on that day."""

    pulse = models.ForeignKey(Pulse, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["pulse", "unit"], name="pulseturn_of_unit")]
        constraints = [models.UniqueConstraint(fields=["pulse", "employee"], name="pulseturn_once")]


class PulseAnswer(Answer):
    """Jawaban atas lima pertanyaan. Gone once the quarter is counted."""

    pulse = models.ForeignKey(Pulse, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    guided = models.PositiveSmallIntegerField("Arah")
    heard = models.PositiveSmallIntegerField("Didengar")
    fair = models.PositiveSmallIntegerField("Adil")
    safe = models.PositiveSmallIntegerField("Aman berpendapat")
    growing = models.PositiveSmallIntegerField("Berkembang")

    class Meta:
        indexes = [models.Index(fields=["pulse", "unit"], name="pulseanswer_of_unit")]


class PulseGroup(models.Model):
    """Kelompok yang diperlihatkan: a unit with the small ones below it that joined; sums of what was answered there.

    Groups never overlap, so that no two of them, taken apart, leave fewer people than a group.
    """

    pulse = models.ForeignKey(Pulse, on_delete=models.PROTECT, related_name="groups")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    people = models.PositiveIntegerField("Pegawai")
    answers = models.PositiveIntegerField("Jawaban")
    guided = models.PositiveIntegerField(default=0)
    heard = models.PositiveIntegerField(default=0)
    fair = models.PositiveIntegerField(default=0)
    safe = models.PositiveIntegerField(default=0)
    growing = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pulse", "unit"], name="pulsegroup_once")]


class PulseMember(models.Model):
    """Unit dalam kelompok: in which group the people of a unit were counted."""

    group = models.ForeignKey(PulseGroup, on_delete=models.CASCADE, related_name="members")
    pulse = models.ForeignKey(Pulse, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pulse", "unit"], name="pulsemember_once")]
