"""Lowongan: a seat to be filled, how, by when, and by which published criteria."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from jenjang.kernel.transitions import TransitionRecord


class Method(models.TextChoices):
    """Cara pengisian: by the promotion board, or by open selection."""

    BOARD = "tim_penilai", "Tim penilai kinerja"
    OPEN = "seleksi_terbuka", "Seleksi terbuka"


class MissingInput(models.TextChoices):
    """Data kosong: what a missing input does to a score. It is always a finding too."""

    ZERO = "hitung_nol", "Dihitung nol"
    REWEIGH = "keluarkan_dan_timbang_ulang", "Dikeluarkan, bobot lain disesuaikan"


class Vacancy(models.Model):
    """Lowongan: one seat, one way of filling it. Its state is the newest `VacancyTransition`."""

    number = models.CharField("Nomor", max_length=20, unique=True)
    seat = models.ForeignKey("organization.Seat", on_delete=models.PROTECT, related_name="vacancies")
    method = models.CharField("Cara pengisian", max_length=20, choices=Method)
    position_kind = models.CharField("Jenis jabatan", max_length=20)
    title = models.CharField("Jabatan", max_length=300)
    unit_name = models.CharField("Unit", max_length=300)
    echelon = models.CharField("Eselon", max_length=6, blank=True, default="")
    vacant_from = models.DateField("Kosong sejak", null=True, blank=True)
    call_from = models.DateField("Pengumuman mulai", null=True, blank=True)
    call_until = models.DateField("Pengumuman sampai", null=True, blank=True)
    opened_at = models.DateTimeField(db_default=Now(), editable=False)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="vacancy_call_ends_after_it_begins",
                condition=Q(call_from=None, call_until=None) | Q(call_until__gte=F("call_from")),
            ),
            models.CheckConstraint(name="vacancy_method_is_known", condition=Q(method__in=Method.values)),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class VacancyTransition(TransitionRecord):
    """Perpindahan status lowongan. Sealed."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="transitions")

    class Meta:
        db_table = "selection_vacancy_transition"
        ordering = ["vacancy", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "sequence"], name="vacancy_moves_one_at_a_time"),
        ]


class PlannedStep(models.Model):
    """Jadwal: the day on which a step of the selection is due. Copied into the criteria on publication."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=20)
    due_on = models.DateField()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["vacancy", "state"], name="vacancy_step_is_planned_once")]


class CriteriaDraft(models.Model):
    """Rancangan kriteria: the officer's choices before publication; canonical JSON like `Criteria.content`."""

    vacancy = models.OneToOneField(Vacancy, on_delete=models.CASCADE, related_name="criteria_draft")
    content = models.TextField()
    changed_at = models.DateTimeField(db_default=Now())
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


class Criteria(models.Model):
    """Kriteria yang diumumkan: requirements, standard, weights, order among equals, treatment of missing data. Sealed.

    `content` is canonical JSON (see `selection/criteria.py`); a later version voids the runs of the earlier.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="criteria")
    version = models.PositiveSmallIntegerField()
    content = models.TextField()
    law_on = models.DateField("Hukum per")
    law_snapshot = models.CharField(max_length=64)
    policy_version = models.ForeignKey("kernel.PolicyVersion", null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(db_default=Now(), editable=False)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(max_length=2000, blank=True, default="")

    class Meta:
        ordering = ["vacancy", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "version"], name="criteria_version_is_published_once"),
            models.CheckConstraint(
                name="criteria_change_says_why", condition=Q(version__lte=1) | ~Q(reason=""),
            ),
        ]  # fmt: skip


class CallExtension(models.Model):
    """Perpanjangan pengumuman: a call that drew too few applicants goes on, for a reason. Sealed."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="extensions")
    until = models.DateField("Sampai")
    reason = models.TextField(max_length=2000)
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["vacancy", "until"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "until"], name="call_is_extended_once_to_a_day"),
            models.CheckConstraint(name="call_extension_says_why", condition=~Q(reason="")),
        ]
