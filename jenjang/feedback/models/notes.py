"""Umpan balik berkelanjutan dan apresiasi: dated notes of one person to another, about an act."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now


class WorkRelation(models.TextChoices):
    """Hubungan kerja: how the writer stands to the reader, by the appraiser line and the unit of the day; never asked."""

    LEADER = "pimpinan", "Pimpinan"
    PEER = "rekan", "Rekan seunit"
    SUBORDINATE = "bawahan", "Bawahan"
    OTHER = "lintas_unit", "Rekan lintas unit"


class FeedbackRequest(models.Model):
    """Permintaan umpan balik: a question to one person, about a planned result, a value, or the work as a whole."""

    class State(models.TextChoices):
        OPEN = "menunggu", "Menunggu jawaban"
        ANSWERED = "dijawab", "Dijawab"
        DECLINED = "dilewati", "Dilewati"
        CANCELLED = "dibatalkan", "Dibatalkan peminta"

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    result = models.ForeignKey(
        "performance.PlannedResult", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    value = models.CharField("Nilai", max_length=30, blank=True, default="")
    question = models.CharField("Pertanyaan", max_length=300, blank=True, default="")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    due = models.DateField("Ditunggu sampai")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["asked", "state", "due"], name="feedbackrequest_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "asked"], condition=Q(state="menunggu"), name="feedbackrequest_one_waits"
            ),
            models.CheckConstraint(name="feedbackrequest_asks_another", condition=~Q(asked=F("employee"))),
        ]

    @property
    def people(self) -> tuple[int | None, ...]:
        """Whose names a line of it needs."""
        return self.employee_id, self.asked_id


class Feedback(models.Model):
    """Umpan balik berkelanjutan (PermenPANRB 6/2022 Pasal 5): about a planned result or a BerAKHLAK value, with a name.

    Read by the person, the writer and the person's leader. `author` is None for the head of the region, who has no record.
    """

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="feedback")
    author = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField("Hubungan kerja", max_length=12, choices=WorkRelation)
    result = models.ForeignKey(
        "performance.PlannedResult", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    about = models.CharField("Hasil kerja", max_length=500, blank=True, default="")
    value = models.CharField("Nilai", max_length=30, blank=True, default="")
    text = models.CharField("Umpan balik", max_length=1000)
    next_step = models.CharField("Langkah berikut", max_length=500, blank=True, default="")
    request = models.OneToOneField(
        FeedbackRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="feedback"
    )
    at = models.DateTimeField(db_default=Now(), editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField("Jawaban", max_length=500, blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["employee", "-at"], name="feedback_received"),
            models.Index(fields=["by", "-at"], name="feedback_given"),
        ]
        constraints = [
            models.CheckConstraint(name="feedback_is_not_to_oneself", condition=Q(author=None) | ~Q(author=F("employee"))),
            models.CheckConstraint(name="feedback_is_about_something", condition=~Q(about="") | ~Q(value="")),
            models.CheckConstraint(
                name="feedback_answer_has_a_time",
                condition=Q(answer="", answered_at=None) | ~Q(answer="") & Q(answered_at__isnull=False),
            ),
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        return f"/umpan-balik/catatan/{self.pk}/"

    @property
    def people(self) -> tuple[int | None, ...]:
        """Whose names a line of it needs."""
        return self.author_id, self.employee_id


class Recognition(models.Model):
    """Apresiasi: thanks for an act that shows a value, read by the whole agency. No points, no ranking."""

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="recognitions")
    author = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("organization.OrgUnit", null=True, on_delete=models.PROTECT, related_name="+")
    value = models.CharField("Nilai", max_length=30)
    text = models.CharField("Apresiasi", max_length=500)
    at = models.DateTimeField(db_default=Now(), editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hidden_reason = models.CharField("Alasan disembunyikan", max_length=300, blank=True, default="")

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="recognition_newest"),
            models.Index(fields=["employee", "-at"], name="recognition_of_person"),
            models.Index(fields=["unit", "-at"], name="recognition_of_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                name="recognition_is_not_of_oneself", condition=Q(author=None) | ~Q(author=F("employee"))
            ),
            models.CheckConstraint(
                name="recognition_hidden_with_a_reason",
                condition=Q(hidden_by=None, hidden_reason="") | Q(hidden_by__isnull=False) & ~Q(hidden_reason=""),
            ),
        ]


class RecognitionThanks(models.Model):
    """Ikut berterima kasih: somebody joins a recognition; once."""

    recognition = models.ForeignKey(Recognition, on_delete=models.CASCADE, related_name="thanks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recognition", "by"], name="recognitionthanks_once")]
