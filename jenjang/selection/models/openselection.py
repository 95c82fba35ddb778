"""Seleksi terbuka: applicants, their papers, the checks, and results per stage."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from jenjang.kernel.transitions import TransitionRecord
from jenjang.selection.models.ranking import Verdict
from jenjang.selection.models.vacancy import Vacancy


class Component(models.TextChoices):
    """Tahap bernilai: what an open selection adds up (PermenPANRB 15/2019)."""

    TRACK_RECORD = "rekam_jejak", "Rekam jejak"
    COMPETENCE = "kompetensi", "Asesmen kompetensi"
    PAPER = "makalah", "Makalah"
    INTERVIEW = "wawancara", "Wawancara"


class ExternalApplicant(models.Model):
    """Pelamar dari instansi lain: who they say they are, until their papers are checked."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="external_applicant"
    )
    name = models.CharField("Nama", max_length=200)
    nip = models.CharField("NIP", max_length=18, unique=True)
    nik = models.CharField("NIK", max_length=16, blank=True, default="")
    birth_date = models.DateField("Tanggal lahir")
    agency_name = models.CharField("Instansi asal", max_length=300)
    email = models.EmailField("Surel")
    phone = models.CharField("Telepon", max_length=20, blank=True, default="")
    registered_at = models.DateTimeField(db_default=Now(), editable=False)


class Application(models.Model):
    """Lamaran: one person, one open vacancy. Its state is the newest `ApplicationTransition`."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="applications")
    employee = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="applications")
    external = models.ForeignKey(ExternalApplicant, null=True, on_delete=models.PROTECT, related_name="applications")
    begun_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["vacancy", "begun_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="application_is_of_one_person",
                condition=Q(employee__isnull=False, external=None) | Q(employee=None, external__isnull=False),
            ),
            models.UniqueConstraint(fields=["vacancy", "employee"], name="employee_applies_once"),
            models.UniqueConstraint(fields=["vacancy", "external"], name="external_applicant_applies_once"),
        ]


class ApplicationTransition(TransitionRecord):
    """Perpindahan status lamaran; a withdrawal is the move to `ditarik`. Sealed."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="transitions")

    class Meta:
        db_table = "selection_application_transition"
        ordering = ["application", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["application", "sequence"], name="application_moves_one_at_a_time"),
        ]


class ApplicationFacts(models.Model):
    """Isian lamaran: what an applicant stated, as submitted. Sealed; a second submission is a second row.

    `content` is canonical JSON: for people of other agencies the facts that `jabatan.syarat` asks, for all the
    SHA-256 of each paper.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="facts")
    content = models.TextField()
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["application", "-at", "-pk"]


class ApplicationDocument(models.Model):
    """Berkas lamaran: one paper of one kind (code of `seleksi.berkas`)."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=40)
    document = models.ForeignKey("kernel.Document", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["application", "kind", "-added_at"]


class DocumentCheck(models.Model):
    """Verifikasi berkas: MS, BTL or TMS for one kind of paper, and why. Sealed; the newest counts."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=40)
    document = models.ForeignKey("kernel.Document", null=True, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=3, choices=Verdict)
    reason = models.TextField(max_length=2000, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["application", "kind", "-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="document_check_that_fails_says_why", condition=Q(verdict=Verdict.ELIGIBLE) | ~Q(reason="")
            ),
        ]


class StageResult(models.Model):
    """Hasil tahap: one application's score for one component. Sealed; a correction supersedes and says why."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="results")
    component = models.CharField(max_length=20, choices=Component)
    score = models.DecimalField(max_digits=5, decimal_places=2)
    origin = models.CharField("Asal nilai", max_length=200)
    document = models.ForeignKey("kernel.Document", null=True, on_delete=models.PROTECT, related_name="+")
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")
    reason = models.TextField(max_length=2000, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "component"], name="stage_result_is_given_once", condition=Q(supersedes=None)
            ),
            models.CheckConstraint(
                name="stage_result_is_between_0_and_100", condition=Q(score__gte=0) & Q(score__lte=100)
            ),
            models.CheckConstraint(
                name="stage_result_correction_says_why", condition=Q(supersedes=None) | ~Q(reason="")
            ),
        ]
