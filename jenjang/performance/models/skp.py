"""SKP: what a person and the leader agreed for a year in one position, in drafts that change and versions that do not."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from jenjang.kernel.transitions import TransitionRecord
from jenjang.performance.models.agency import Perspective, UnitIndicator
from jenjang.performance.models.year import PerformanceYear


class Approach(models.TextChoices):
    """Pendekatan SKP (PermenPANRB 6/2022): with measured aspects, or told in words."""

    QUANTITATIVE = "kuantitatif", "Kuantitatif"
    QUALITATIVE = "kualitatif", "Kualitatif"


class ResultKind(models.TextChoices):
    """Jenis rencana hasil kerja."""

    MAIN = "utama", "Utama"
    ADDITIONAL = "tambahan", "Tambahan"


class Aspect(models.TextChoices):
    """Aspek indikator SKP kuantitatif."""

    QUANTITY = "kuantitas", "Kuantitas"
    QUALITY = "kualitas", "Kualitas"
    TIME = "waktu", "Waktu"
    COST = "biaya", "Biaya"


class AnnexKind(models.TextChoices):
    """Lampiran SKP: what the person needs, how to account for the work, and what follows from it."""

    SUPPORT = "dukungan", "Dukungan sumber daya"
    ACCOUNTABILITY = "pertanggungjawaban", "Skema pertanggungjawaban"
    CONSEQUENCE = "konsekuensi", "Konsekuensi"


class SKP(models.Model):
    """Sasaran Kinerja Pegawai (PermenPANRB 6/2022): one person, one year, one position held from a day on.

    `appraiser` is the pejabat penilai kinerja; without one the head of the region appraises (`by_authority`). One whom the
    personnel office chose with a reason (`appraiser_chosen`) stays although the line says another. `state` is a
    projection of the newest transition, `version` of the newest sealed version (0 before the first).
    """

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="skps")
    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="skps")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="skps")
    title = models.CharField("Jabatan", max_length=300)
    kind = models.CharField("Jenis jabatan", max_length=20)
    career_level = models.CharField("Jenjang", max_length=20, default="tidak_ada")
    effective_from = models.DateField("Mulai")
    until = models.DateField("Sampai", null=True, blank=True)
    approach = models.CharField("Pendekatan", max_length=12, choices=Approach, default=Approach.QUANTITATIVE)
    appraiser = models.ForeignKey(
        "personnel.Employee", null=True, blank=True, on_delete=models.PROTECT, related_name="skps_appraised"
    )
    by_authority = models.BooleanField("Dinilai kepala daerah", default=False)
    appraiser_chosen = models.BooleanField("Penilai dipilih petugas", default=False)
    state = models.CharField(max_length=12, default="rancangan")
    version = models.PositiveSmallIntegerField(default=0)
    copied_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["employee", "year", "effective_from"]
        indexes = [
            models.Index(fields=["appraiser", "year"], name="skp_by_appraiser"),
            models.Index(fields=["year", "unit", "state"], name="skp_by_unit"),
            models.Index(fields=["title", "year"], name="skp_by_title"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "year", "effective_from", "title"], condition=~Q(state="dibatalkan"), name="skp_once_a_position"
            ),
            models.CheckConstraint(name="skp_ends_after_it_begins", condition=Q(until=None) | Q(until__gte=F("effective_from"))),
            models.CheckConstraint(name="skp_is_not_appraised_by_its_owner", condition=Q(appraiser=None) | ~Q(appraiser=F("employee"))),
            models.CheckConstraint(name="skp_has_one_kind_of_appraiser", condition=Q(by_authority=False) | Q(appraiser=None)),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"SKP {self.title}"

    def get_absolute_url(self) -> str:
        return f"/kinerja/skp/{self.pk}/"


class PlannedResult(models.Model):
    """Rencana hasil kerja: one line of an SKP. It serves a result of the leader (`parent`), or waits for one.

    `provisional` is what the leader's result will probably be, in the person's own words, until the leader has written it.
    """

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="results")
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField("Jenis", max_length=10, choices=ResultKind, default=ResultKind.MAIN)
    text = models.CharField("Rencana hasil kerja", max_length=500)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="serving")
    provisional = models.CharField("Hasil pimpinan, sementara", max_length=500, blank=True, default="")
    unit_indicator = models.ForeignKey(
        UnitIndicator, null=True, blank=True, on_delete=models.PROTECT, related_name="planned"
    )
    perspective = models.CharField("Perspektif", max_length=20, choices=Perspective, blank=True, default="")
    origin = models.CharField("Asal", max_length=40, blank=True, default="")
    dropped = models.BooleanField("Dihapus pada perubahan", default=False)

    class Meta:
        ordering = ["skp", "kind", "order", "pk"]
        indexes = [models.Index(fields=["skp", "order"], name="plannedresult_of_skp")]
        constraints = [
            models.CheckConstraint(
                name="plannedresult_has_a_parent_or_waits", condition=Q(parent=None) | Q(provisional="")
            ),
            models.UniqueConstraint(
                fields=["skp", "origin"], condition=~Q(origin=""), name="plannedresult_once_an_origin"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class PerformanceIndicator(models.Model):
    """Indikator kinerja individu: a measure of a planned result, with its target."""

    result = models.ForeignKey(PlannedResult, on_delete=models.CASCADE, related_name="indicators")
    order = models.PositiveSmallIntegerField(default=0)
    aspect = models.CharField("Aspek", max_length=10, choices=Aspect, blank=True, default="")
    text = models.CharField("Indikator", max_length=500)
    target = models.CharField("Target", max_length=200)

    class Meta:
        ordering = ["result", "order", "pk"]

    def __str__(self) -> str:
        return self.text


class BehaviourExpectation(models.Model):
    """Ekspektasi khusus pimpinan on one of the seven values of BerAKHLAK."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="expectations")
    value = models.CharField("Nilai", max_length=30)
    text = models.CharField("Ekspektasi khusus", max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["skp", "value"], name="behaviourexpectation_once_a_value")]


class Annex(models.Model):
    """Baris lampiran SKP: support, scheme of accountability, or consequence."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="annexes")
    kind = models.CharField("Lampiran", max_length=20, choices=AnnexKind)
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField("Isi", max_length=500)

    class Meta:
        ordering = ["skp", "kind", "order", "pk"]


class DialogueNote(models.Model):
    """Dialog kinerja: what person and leader wrote to each other about an SKP or one of its results. Only added to.

    Without an author the program says what it did by itself.
    """

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="dialogue")
    result = models.ForeignKey(PlannedResult, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.CharField("Catatan", max_length=1000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["skp", "at", "pk"]


class SKPVersion(models.Model):
    """Versi SKP yang ditetapkan: the whole text as both sides agreed it, canonical JSON. Sealed."""

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="versions")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    content = models.TextField()
    reason = models.CharField(max_length=500, blank=True, default="")
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField("Ditetapkan")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["skp", "number"], name="skpversion_number_once")]


class SKPTransition(TransitionRecord):
    """Perpindahan SKP. Sealed."""

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="transitions")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "performance_skp_transition"
        constraints = [models.UniqueConstraint(fields=["skp", "sequence"], name="skp_moves_one_by_one")]


class RoleCell(models.Model):
    """Sel matriks peran hasil: what a person contributes to a result of the leader; `taken` is the planned result made of it."""

    leader_result = models.ForeignKey(PlannedResult, on_delete=models.PROTECT, related_name="cells")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    text = models.CharField("Peran atau hasil yang diharapkan", max_length=500)
    taken = models.ForeignKey(PlannedResult, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["leader_result", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["leader_result", "employee"], name="rolecell_once_a_person_and_result")
        ]


class ResultTemplate(models.Model):
    """Contoh hasil kerja: of a unit, or of a post (`title`) wherever it stands; `indicators` is a JSON list."""

    unit = models.ForeignKey("organization.OrgUnit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("Jabatan", max_length=300, blank=True, default="")
    text = models.CharField("Rencana hasil kerja", max_length=500)
    indicators = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["title", "text", "pk"]
        constraints = [
            models.CheckConstraint(name="resulttemplate_is_of_a_unit_or_a_post", condition=Q(unit__isnull=False) | ~Q(title="")),
        ]  # fmt: skip
