"""Evaluasi kinerja: of one SKP for one period. Ratings are appended, the newest counts; what is released is sealed whole."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from jenjang.kernel.transitions import TransitionRecord
from jenjang.performance.models.skp import SKP, PlannedResult
from jenjang.performance.models.year import PerformanceYear

YEARLY = 0
"""The period number of the yearly evaluation."""


class Evaluation(models.Model):
    """Evaluasi kinerja pegawai (PermenPANRB 6/2022): period 1…12 or 1…4 of an SKP, or 0 for the year.

    State, ratings and predicate are projections of the newest transition and assessment, so that lists read one table.
    `rater` is who gave the ratings, where the SKP has gone over to another appraiser since; `rated_by_authority` says that it
    was the head of the region.
    """

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="evaluations")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="evaluations")
    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="evaluations")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    period = models.PositiveSmallIntegerField("Periode")
    first = models.DateField("Hari pertama")
    last = models.DateField("Hari terakhir")
    state = models.CharField(max_length=20, default="terbuka")
    result_rating = models.CharField("Hasil kerja", max_length=20, blank=True, default="")
    behaviour_rating = models.CharField("Perilaku kerja", max_length=20, blank=True, default="")
    predicate = models.CharField("Predikat", max_length=20, blank=True, default="")
    released_on = models.DateField("Diserahkan", null=True, blank=True)
    rater = models.ForeignKey(
        "personnel.Employee",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="Yang menilai",
    )
    rated_by_authority = models.BooleanField("Dinilai kepala daerah", default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["skp", "period"]
        indexes = [
            models.Index(fields=["employee", "year", "period"], name="evaluation_of_person"),
            models.Index(fields=["year", "period", "unit", "state"], name="evaluation_by_unit"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["skp", "period"], name="evaluation_once_a_period"),
            models.CheckConstraint(
                name="evaluation_has_a_predicate_with_both_ratings",
                condition=Q(predicate="", result_rating="", behaviour_rating="")
                | ~Q(predicate="") & ~Q(result_rating="") & ~Q(behaviour_rating=""),
            ),
            models.CheckConstraint(
                name="evaluation_is_released_only_with_a_predicate",
                condition=Q(state__in=["terbuka", "diisi"]) | ~Q(predicate=""),
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"/kinerja/evaluasi/{self.pk}/"

    @property
    def appraiser_id(self) -> int | None:
        """Who gave the ratings, or will give them; None for the head of the region."""
        found: int | None = self.rater_id or self.skp.appraiser_id
        return None if self.rated_by_authority else found


class ResultReview(models.Model):
    """Realisasi dan umpan balik satu hasil kerja in an evaluation: what was reached, what the leader says of it. A draft."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="reviews")
    result = models.ForeignKey(PlannedResult, on_delete=models.PROTECT, related_name="reviews")
    realization = models.CharField("Realisasi berdasarkan bukti dukung", max_length=1000, blank=True, default="")
    feedback = models.CharField("Umpan balik pimpinan", max_length=1000, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "result"], name="resultreview_once")]


class BehaviourReview(models.Model):
    """Umpan balik perilaku on one of the seven values in an evaluation. A draft."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="behaviours")
    value = models.CharField("Nilai", max_length=30)
    feedback = models.CharField("Umpan balik", max_length=1000, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "value"], name="behaviourreview_once")]


class RatingDraft(models.Model):
    """Rancangan nilai: what the appraiser has chosen so far on the team's sheet, unseen by the person."""

    evaluation = models.OneToOneField(Evaluation, primary_key=True, on_delete=models.CASCADE, related_name="draft")
    result_rating = models.CharField(max_length=20, blank=True, default="")
    behaviour_rating = models.CharField(max_length=20, blank=True, default="")
    note = models.CharField("Catatan", max_length=1000, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)


class AssessmentKind(models.TextChoices):
    """Jenis penilaian: by whom or in what course the two ratings were given."""

    SELF = "sendiri", "Penilaian sendiri"
    APPRAISER = "penilai", "Pejabat penilai"
    CALIBRATION = "kalibrasi", "Rapat kalibrasi"
    OBJECTION = "keberatan", "Putusan keberatan"
    AMENDMENT = "perubahan", "Perubahan sesudah diserahkan"
    IMPORTED = "impor", "Dari e-Kinerja"


class Calibration(models.Model):
    """Rapat kalibrasi: when and where predicates of a unit were compared, who was there, and what was said. Sealed."""

    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="calibrations")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    period = models.PositiveSmallIntegerField("Periode", default=YEARLY)
    held_on = models.DateField("Tanggal rapat")
    place = models.CharField("Tempat", max_length=200)
    attended = models.CharField("Hadir", max_length=1000)
    minutes = models.TextField("Risalah", max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)


class Assessment(models.Model):
    """Penilaian: two ratings and the predicate that the law gives for them, by whom and why. Insert-only, sealed.

    A self-assessment proposes and decides nothing. `relation` names the kinship of appraiser and person, where there is one.
    """

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="assessments")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=AssessmentKind)
    result_rating = models.CharField(max_length=20)
    behaviour_rating = models.CharField(max_length=20)
    predicate = models.CharField(max_length=20)
    note = models.CharField("Catatan", max_length=1000, blank=True, default="")
    reason = models.CharField("Alasan", max_length=1000, blank=True, default="")
    relation = models.CharField("Hubungan keluarga", max_length=100, blank=True, default="")
    calibration = models.ForeignKey(
        Calibration, null=True, blank=True, on_delete=models.PROTECT, related_name="assessments"
    )
    law_on = models.DateField("Hukum per")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    seconded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["evaluation", "pk"]
        indexes = [models.Index(fields=["evaluation", "-id"], name="assessment_newest")]
        constraints = [
            models.CheckConstraint(
                name="assessment_that_changes_another_says_why",
                condition=~Q(kind__in=["kalibrasi", "keberatan", "perubahan"]) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="assessment_amended_by_two_people",
                condition=~Q(kind="perubahan") | Q(by__isnull=False, seconded_by__isnull=False) & ~Q(by=F("seconded_by")),
            ),
        ]  # fmt: skip


class EvaluationTransition(TransitionRecord):
    """Perpindahan evaluasi. Sealed."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="transitions")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "performance_evaluation_transition"
        constraints = [models.UniqueConstraint(fields=["evaluation", "sequence"], name="evaluation_moves_one_by_one")]


class EvaluationDocument(models.Model):
    """Dokumen evaluasi kinerja: as it was handed over, with findings, law and program, canonical JSON. Sealed."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="documents")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    content = models.TextField()
    law_snapshot = models.CharField(max_length=64)
    program_version = models.CharField(max_length=40)
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "version"], name="evaluationdocument_version_once")
        ]


class AppraisalObjection(models.Model):
    """Keberatan atas hasil penilaian (PP 30/2019 Pasal 59): to the superior of the appraiser, with reasons. Sealed."""

    evaluation = models.OneToOneField(Evaluation, on_delete=models.PROTECT, related_name="objection")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField("Hasil diterima")
    submitted_on = models.DateField("Diajukan")
    words = models.TextField("Alasan", max_length=4000)
    evidence = models.ForeignKey("kernel.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)


class ObjectionRuling(models.Model):
    """Putusan keberatan: by the appraiser's superior after both were heard; final. Sealed."""

    objection = models.OneToOneField(AppraisalObjection, on_delete=models.PROTECT, related_name="ruling")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    granted = models.BooleanField("Diterima")
    heard = models.TextField("Keterangan kedua pihak", max_length=4000)
    words = models.TextField("Pertimbangan", max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)


class AmendmentProposal(models.Model):
    """Usul perubahan sesudah diserahkan: one person proposes with a reason, another settles it."""

    class State(models.TextChoices):
        OPEN = "menunggu", "Menunggu persetujuan"
        APPROVED = "disetujui", "Disetujui"
        REJECTED = "ditolak", "Ditolak"

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="amendments")
    result_rating = models.CharField(max_length=20)
    behaviour_rating = models.CharField(max_length=20)
    reason = models.CharField("Alasan", max_length=1000)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(db_default=Now(), editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluation"], condition=Q(state="menunggu"), name="amendment_one_waits"),
            models.CheckConstraint(
                name="amendment_settled_by_another_with_a_time",
                condition=Q(settled_by=None, settled_at=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False) & ~Q(settled_by=F("proposed_by")),
            ),
        ]
