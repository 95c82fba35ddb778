"""Peringkat: runs over everybody, their entries, who is willing, and how the board ordered equals. All sealed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from jenjang.selection.models.vacancy import Criteria, Vacancy


class Scope(models.TextChoices):
    """Cakupan: over all employees, or over the applicants of an open selection."""

    EMPLOYEES = "pegawai", "Semua pegawai"
    APPLICANTS = "pelamar", "Pelamar"


class Verdict(models.TextChoices):
    """Status pemeriksaan, as personnel offices say it."""

    ELIGIBLE = "MS", "Memenuhi syarat"
    INCOMPLETE = "BTL", "Belum lengkap"
    INELIGIBLE = "TMS", "Tidak memenuhi syarat"


class Run(models.Model):
    """Penghitungan peringkat: what was known, by which law and criteria, with which counts. Sealed.

    `known_at` replays it later; a recomputation names the run that it `supersedes` and why, and stands beside it.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="runs")
    criteria = models.ForeignKey(Criteria, on_delete=models.PROTECT, related_name="runs")
    number = models.PositiveSmallIntegerField()
    scope = models.CharField(max_length=10, choices=Scope)
    on = models.DateField("Keadaan per")
    known_at = models.DateTimeField("Diketahui sampai")
    computed_at = models.DateTimeField(db_default=Now(), editable=False)
    computed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    program_version = models.CharField(max_length=40)
    law_snapshot = models.CharField(max_length=64)
    law_used = models.TextField(blank=True, default="")
    examined = models.PositiveIntegerField()
    eligible = models.PositiveIntegerField()
    incomplete = models.PositiveIntegerField()
    ineligible = models.PositiveIntegerField()
    unsettled = models.PositiveIntegerField(default=0)
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")
    reason = models.TextField(max_length=2000, blank=True, default="")

    class Meta:
        ordering = ["vacancy", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "number"], name="run_number_is_used_once"),
            models.CheckConstraint(
                name="run_that_supersedes_says_why",
                condition=Q(supersedes=None) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="run_counts_everybody",
                condition=Q(examined=models.F("eligible") + models.F("incomplete") + models.F("ineligible")),
            ),
        ]


class RunVoid(models.Model):
    """Pembatalan penghitungan: a later change of criteria or of a record took its ground away. Sealed."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="void")
    reason = models.TextField(max_length=2000)
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(name="run_void_says_why", condition=~Q(reason=""))]


class RunEntry(models.Model):
    """Baris peringkat: one person in one run. Nobody is left out; `inputs` is all that went into the score. Sealed.

    Written by COPY. `components` and `inputs` are JSON, `unmet` and `missing` are codes separated by spaces: the
    sentences are made again from `inputs` when somebody opens the line.

    Run and employee are checked once a COPY, by the trigger `runentry_refers`, and every index begins with what is looked
    up: a check and an index entry for each of 100,000 lines took longer than the ranking (docs/adr/lines-of-a-ranking.md).
    """

    run = models.ForeignKey(
        Run, on_delete=models.PROTECT, related_name="entries", db_constraint=False, db_index=False
    )  # fmt: skip
    employee = models.ForeignKey(
        "personnel.Employee", null=True, on_delete=models.PROTECT, related_name="run_entries",
        db_constraint=False, db_index=False,
    )  # fmt: skip
    application = models.ForeignKey(
        "selection.Application", null=True, on_delete=models.PROTECT, related_name="run_entries", db_index=False
    )
    verdict = models.CharField(max_length=3, choices=Verdict)
    rank = models.PositiveIntegerField(null=True)
    score = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    tied = models.BooleanField(default=False)
    components = models.TextField(blank=True, default="")
    unmet = models.TextField(blank=True, default="")
    missing = models.TextField(blank=True, default="")
    inputs = models.TextField()

    class Meta:
        ordering = ["run", "rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["employee", "run"], name="run_entry_ranks_an_employee_once"),
            models.UniqueConstraint(
                fields=["application", "run"], name="run_entry_ranks_an_application_once",
                condition=Q(application__isnull=False),
            ),
            models.CheckConstraint(
                name="run_entry_is_about_somebody",
                condition=Q(employee__isnull=False) | Q(application__isnull=False),
            ),
            models.CheckConstraint(
                name="run_entry_has_rank_and_score_only_when_eligible",
                condition=Q(verdict=Verdict.ELIGIBLE, rank__isnull=False, score__isnull=False)
                | Q(verdict__in=[Verdict.INCOMPLETE, Verdict.INELIGIBLE], rank=None),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["run", "rank", "id"], name="run_entry_by_place")]

    @property
    def allowed(self) -> bool:
        return self.verdict == Verdict.ELIGIBLE


class OrderRuling(models.Model):
    """Putusan urutan: how the board ordered people whom every published rule leaves equal, and why. Sealed.

    `entries` are the ids of the tied `RunEntry` rows in the order decided, separated by spaces.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="rulings")
    rank = models.PositiveIntegerField()
    entries = models.TextField()
    reason = models.TextField(max_length=2000)
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "rank"], name="order_among_equals_is_ruled_once"),
            models.CheckConstraint(name="order_ruling_says_why", condition=~Q(reason="")),
        ]


class WillingnessRequest(models.Model):
    """Permintaan kesediaan: an eligible employee is asked whether to be considered. Sealed."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="willingness_requests")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateField("Jawab paling lambat")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "employee"], name="employee_is_asked_once_for_a_vacancy"),
        ]


class Willingness(models.Model):
    """Kesediaan: the answer. The newest counts, so that somebody may think again until the day. Sealed."""

    request = models.ForeignKey(WillingnessRequest, on_delete=models.PROTECT, related_name="answers")
    willing = models.BooleanField("Bersedia")
    reason = models.TextField(max_length=2000, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["request", "-at", "-pk"]


class Candidate(models.Model):
    """Calon: somebody in the running for one vacancy, employee or applicant. Marks, ties and names refer to it. Sealed.

    Made when assessment begins: from the eligible and willing entries of a run, or from the applications that passed.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="candidates")
    employee = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="candidacies")
    application = models.OneToOneField(
        "selection.Application", null=True, on_delete=models.PROTECT, related_name="candidate"
    )
    drawn = models.PositiveSmallIntegerField("Nomor undian")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["vacancy", "drawn"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "employee"], name="employee_is_a_candidate_once"),
            models.UniqueConstraint(fields=["vacancy", "drawn"], name="candidate_number_is_drawn_once"),
            models.CheckConstraint(
                name="candidate_is_somebody",
                condition=Q(employee__isnull=False) | Q(application__isnull=False),
            ),
        ]
