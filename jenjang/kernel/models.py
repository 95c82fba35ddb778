"""Documents, jobs, notices, number series, agency policy and staged imports: the ground that every slice stands on."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse


class Document(models.Model):
    """Dokumen: an uploaded or written file. The content lies under JENJANG_HOME/berkas by its SHA-256, once."""

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField("Nama berkas", max_length=200)
    mime = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="document_has_content", condition=Q(size__gt=0)),
            models.CheckConstraint(name="document_named_by_sha256", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")),
        ]

    def __str__(self) -> str:
        return self.name


class JobState(models.TextChoices):
    """Keadaan pekerjaan."""

    WAITING = "antre", "Menunggu giliran"
    RUNNING = "berjalan", "Sedang berjalan"
    DONE = "selesai", "Selesai"
    FAILED = "gagal", "Gagal"


class Job(models.Model):
    """Pekerjaan latar: work that outlives a request, with the progress that its page shows."""

    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=JobState, default=JobState.WAITING)
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    message = models.CharField(max_length=500, blank=True, default="")
    result = models.TextField(blank=True, default="")
    result_url = models.CharField(max_length=200, blank=True, default="")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "-created_at"], name="job_of_owner")]
        constraints = [
            models.CheckConstraint(
                name="job_finished_when_ended",
                condition=Q(state__in=[JobState.DONE, JobState.FAILED], finished_at__isnull=False)
                | Q(state__in=[JobState.WAITING, JobState.RUNNING], finished_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("kernel:job", args=[self.pk])

    @property
    def is_over(self) -> bool:
        return self.state in (JobState.DONE, JobState.FAILED)

    @property
    def percent(self) -> int:
        """How far the work is, of a hundred; a hundred only when it is done."""
        if self.state == JobState.DONE:
            return 100
        return min(99, 100 * self.progress_done // self.progress_total) if self.progress_total else 0


class Notice(models.Model):
    """Pemberitahuan: a sentence for one person, with the page where they can act on it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["user", "-at"], name="notice_of_user"),
            models.Index(fields=["user"], name="notice_unread", condition=Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return self.text


class NumberSeries(models.Model):
    """Deret nomor surat: one counter for a series and a year. The row's lock is what keeps numbers without gaps."""

    series = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(name="number_series_once_a_year", fields=["series", "year"])]

    def __str__(self) -> str:
        return f"{self.series} {self.year}"


class IssuedNumber(models.Model):
    """Nomor terpakai: the register (buku agenda) of the numbers given, by whom and when."""

    series = models.ForeignKey(NumberSeries, on_delete=models.PROTECT, related_name="issued")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=100)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="number_issued_once", fields=["series", "number"]),
            models.UniqueConstraint(name="number_text_once", fields=["text"]),
        ]

    def __str__(self) -> str:
        return self.text


class PolicyDraftState(models.TextChoices):
    """Keadaan rancangan kebijakan."""

    DRAFT = "rancangan", "Rancangan"
    PROPOSED = "diajukan", "Diajukan"
    ADOPTED = "ditetapkan", "Ditetapkan"
    DISCARDED = "dibuang", "Dibuang"


class PolicyDraft(models.Model):
    """Rancangan kebijakan instansi: values for what the law leaves to the agency, until they are adopted."""

    title = models.CharField("Judul", max_length=200)
    values = models.TextField(default="{}")
    since = models.DateField("Mulai berlaku")
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(db_default=Now(), editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("kernel:policy_draft", args=[self.pk])


class PolicyDraftTransition(models.Model):
    """Perubahan keadaan rancangan: its newest row is the state. Sealed."""

    draft = models.ForeignKey(PolicyDraft, on_delete=models.PROTECT, related_name="transitions")
    at = models.DateTimeField(db_default=Now(), editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    from_state = models.CharField(max_length=12, choices=PolicyDraftState, blank=True, default="")
    to_state = models.CharField(max_length=12, choices=PolicyDraftState)
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        db_table = "kernel_policydraft_transition"

    def __str__(self) -> str:
        return f"{self.from_state} → {self.to_state}"


class PolicyVersion(models.Model):
    """Kebijakan instansi: every value that the agency sets, adopted by decree, in force from a day. Sealed.

    A version is whole: it holds all values, not only the changed ones, so that a decision names one version.
    """

    draft = models.OneToOneField(PolicyDraft, on_delete=models.PROTECT, related_name="version")
    title = models.CharField(max_length=200)
    values = models.TextField()
    since = models.DateField("Mulai berlaku")
    decree_number = models.CharField("Nomor keputusan", max_length=100)
    decree_date = models.DateField("Tanggal keputusan")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["-since", "-adopted_at"], name="policy_version_by_day")]
        constraints = [
            models.CheckConstraint(name="policy_adopted_by_another_person", condition=~Q(proposed_by=F("adopted_by")))
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.decree_number})"


class ImportState(models.TextChoices):
    """Keadaan impor bertahap."""

    UPLOADED = "diunggah", "Diunggah"
    READING = "dibaca", "Sedang dibaca"
    READY = "siap", "Siap ditinjau"
    APPLYING = "menerapkan", "Sedang diterapkan"
    APPLIED = "diterapkan", "Diterapkan"
    DISCARDED = "dibuang", "Dibuang"
    FAILED = "gagal", "Gagal"


class StagedImport(models.Model):
    """Impor bertahap: a file that was read and compared, and waits for a person to apply or discard it."""

    kind = models.CharField(max_length=60)
    state = models.CharField(max_length=12, choices=ImportState, default=ImportState.UPLOADED)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    companion = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField(db_default=Now(), editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    message = models.CharField(max_length=500, blank=True, default="")
    rows = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    summary = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["kind", "-uploaded_at"], name="staged_import_by_kind")]
        constraints = [
            models.UniqueConstraint(
                name="one_import_applied_at_a_time", fields=["kind"], condition=Q(state=ImportState.APPLYING)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uploaded_at:%Y-%m-%d}"


class RowFate(models.TextChoices):
    """Nasib baris impor. Rows that change nothing are counted, not kept."""

    NEW = "baru", "Baru"
    CHANGED = "berubah", "Berubah"
    REJECTED = "ditolak", "Ditolak"
    WARNED = "peringatan", "Tanpa perubahan, ada peringatan"


class StagedRow(models.Model):
    """Baris impor: what one row of the sheet would do. `differences` is [[column, old, new], …] as JSON text.

    Whoever reviews may leave a row out; `left_out_by` says who did, and nothing of it is applied.
    """

    staged = models.ForeignKey(StagedImport, on_delete=models.CASCADE, related_name="staged_rows")
    row = models.PositiveIntegerField()
    fate = models.CharField(max_length=12, choices=RowFate)
    key = models.CharField(max_length=60, blank=True, default="")
    label = models.CharField(max_length=200, blank=True, default="")
    data = models.TextField(default="{}")
    differences = models.TextField(default="[]")
    left_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["staged", "fate", "row"], name="staged_row_by_fate"),
            models.Index(fields=["staged", "row"], condition=~Q(left_out_by=None), name="staged_row_left_out"),
        ]
        constraints = [models.UniqueConstraint(name="staged_row_once", fields=["staged", "row"])]

    def __str__(self) -> str:
        return f"baris {self.row}"


class Severity(models.TextChoices):
    """Bobot temuan impor: an error refuses the row, a warning does not."""

    ERROR = "galat", "Ditolak"
    WARNING = "peringatan", "Peringatan"


class StagedFinding(models.Model):
    """Temuan impor: a sentence about a cell that says how to mend it."""

    staged = models.ForeignKey(StagedImport, on_delete=models.CASCADE, related_name="staged_findings")
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=100, blank=True, default="")
    severity = models.CharField(max_length=12, choices=Severity)
    message = models.CharField(max_length=500)

    class Meta:
        indexes = [models.Index(fields=["staged", "severity", "row"], name="staged_finding_by_weight")]

    def __str__(self) -> str:
        return self.message
