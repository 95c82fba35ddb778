"""Putaran umpan balik 360 derajat: raters proposed by rule, objections, answers without names, one sealed result a person."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from jenjang.feedback.models.anonymous import Answer, Turn
from jenjang.kernel.transitions import TransitionRecord


class RaterGroup(models.TextChoices):
    """Kelompok penilai 360 derajat."""

    LEADER = "pimpinan", "Pimpinan"
    PEERS = "rekan", "Rekan"
    SUBORDINATES = "bawahan", "Bawahan"


class Round(models.Model):
    """Putaran 360 derajat: one a year. `seed` is drawn when it opens, so that nobody chooses who rates whom.

    `state` is a projection of the newest transition.
    """

    year = models.PositiveSmallIntegerField("Tahun")
    seed = models.CharField(max_length=32)
    opened_on = models.DateField("Dibuka")
    object_until = models.DateField("Sanggahan sampai")
    fill_until = models.DateField("Diisi sampai")
    state = models.CharField(max_length=12, default="disiapkan")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["year"], condition=~Q(state="dibatalkan"), name="round_once_a_year"),
            models.CheckConstraint(
                name="round_days_in_order",
                condition=Q(opened_on__lt=F("object_until"), object_until__lt=F("fill_until")),
            ),
        ]

    def __str__(self) -> str:
        return f"Umpan balik 360° {self.year}"


class RoundTransition(TransitionRecord):
    """Perpindahan putaran 360 derajat. Sealed."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="transitions")

    class Meta:
        db_table = "feedback_round_transition"
        constraints = [models.UniqueConstraint(fields=["round", "sequence"], name="round_moves_one_by_one")]


class Rater(models.Model):
    """Penilai 360 derajat: who was proposed to rate whom. `rater` is None for the head of the region.

    Says nothing of whether the rater has answered: that stands in `RaterTurn`. `state` is a projection.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="raters")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    rater = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    group = models.CharField("Kelompok", max_length=10, choices=RaterGroup)
    state = models.CharField(max_length=12, default="aktif")

    class Meta:
        ordering = ["round", "employee", "group", "pk"]
        indexes = [models.Index(fields=["round", "rater", "state"], name="rater_of_rater")]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "employee", "rater"], nulls_distinct=False, name="rater_once_a_person"
            ),
            models.CheckConstraint(name="rater_is_another", condition=Q(rater=None) | ~Q(rater=F("employee"))),
            models.CheckConstraint(
                name="rater_without_record_is_the_leader", condition=Q(rater__isnull=False) | Q(group="pimpinan")
            ),
        ]


class RaterTransition(TransitionRecord):
    """Sanggahan dan putusannya, atau pengunduran diri seorang penilai. Sealed."""

    rater = models.ForeignKey(Rater, on_delete=models.PROTECT, related_name="transitions")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "feedback_rater_transition"
        constraints = [models.UniqueConstraint(fields=["rater", "sequence"], name="rater_moves_one_by_one")]


class RaterTurn(Turn):
    """Giliran menilai seseorang dalam satu putaran."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    rater = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["round", "rater"], name="raterturn_of_rater")]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "employee", "rater"], nulls_distinct=False, name="raterturn_once_a_person"
            ),
        ]


class RaterAnswer(Answer):
    """Jawaban tentang seseorang: one score for each value, and words. Gone once the round is closed."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    group = models.CharField(max_length=10, choices=RaterGroup)
    scores = models.JSONField(default=dict)
    words = models.CharField("Catatan", max_length=500, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["round", "employee"], name="rateranswer_of_person")]


class RoundResult(models.Model):
    """Hasil 360 derajat seseorang: averages of what was counted, words, predicate or why there is none. Sealed whole."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="results")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    predicate = models.CharField("Predikat", max_length=20, blank=True, default="")
    score = models.DecimalField("Nilai", max_digits=4, decimal_places=2, null=True, blank=True)
    raters = models.PositiveSmallIntegerField("Penilai yang terhitung", default=0)
    content = models.TextField()
    law_on = models.DateField("Hukum per")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "employee"], name="roundresult_once_a_person"),
            models.CheckConstraint(
                name="roundresult_has_a_score_with_its_predicate",
                condition=Q(predicate="", score=None) | ~Q(predicate="") & Q(score__isnull=False),
            ),
        ]
