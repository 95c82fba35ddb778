"""Tim kerja: work across units with its charter, the people in it and who consented, what was done, and what it counted for."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jenjang.kernel.histories import HistoryRecord
from jenjang.kernel.transitions import TransitionRecord


class MemberRole(models.TextChoices):
    """Peran dalam tim (PermenPANRB 7/2022)."""

    LEAD = "ketua", "Ketua"
    MEMBER = "anggota", "Anggota"


class ConsentSide(models.TextChoices):
    """Pihak yang menyetujui: whose unit gives the time."""

    MEMBER = "anggota", "Pimpinan unit anggota"
    LEAD = "ketua", "Pimpinan unit ketua"


class TaskState(models.TextChoices):
    """Keadaan tugas."""

    OPEN = "belum", "Belum"
    DOING = "dikerjakan", "Dikerjakan"
    DONE = "selesai", "Selesai"


class Project(models.Model):
    """Tim kerja dengan piagamnya: what for, how long, which results. `state` is a projection of the newest transition."""

    title = models.CharField("Nama tim", max_length=200)
    goal = models.CharField("Tujuan", max_length=1000)
    first = models.DateField("Mulai")
    last = models.DateField("Sampai")
    lead = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="projects_led")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="projects")
    crosses_agencies = models.BooleanField("Melibatkan instansi lain", default=False)
    state = models.CharField(max_length=12, default="rancangan")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-first", "-pk"]
        indexes = [models.Index(fields=["state", "-first"], name="project_by_state")]
        constraints = [
            models.CheckConstraint(name="project_ends_after_it_begins", condition=Q(last__gte=F("first"))),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/tim-kerja/{self.pk}/"


class ExpectedResult(models.Model):
    """Hasil yang diharapkan dari tim."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="expected")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField("Hasil", max_length=300)
    target = models.CharField("Ukuran", max_length=200)

    class Meta:
        ordering = ["project", "order", "pk"]


class Membership(models.Model):
    """Keanggotaan: a role, what is expected of the person, and the share of working time. `state` is a projection."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="memberships")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("Peran", max_length=10, choices=MemberRole, default=MemberRole.MEMBER)
    part = models.CharField("Kontribusi yang diharapkan", max_length=300)
    share = models.PositiveSmallIntegerField("Bagian waktu (persen)")
    state = models.CharField(max_length=12, default="diusulkan")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["project", "-role", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "employee"], name="membership_once_a_person"),
            models.UniqueConstraint(fields=["project"], condition=Q(role="ketua"), name="membership_has_one_lead"),
            models.CheckConstraint(name="membership_share_is_a_percentage", condition=Q(share__gte=1, share__lte=100)),
        ]


class Consent(models.Model):
    """Persetujuan yang diminta dari pimpinan unit; without one above it is the head of the region's. `state` is a projection."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="consents")
    side = models.CharField("Pihak", max_length=10, choices=ConsentSide)
    asked_of = models.ForeignKey(
        "personnel.Employee", null=True, blank=True, on_delete=models.PROTECT, related_name="consents_asked"
    )
    asked_on = models.DateField("Diminta")
    due = models.DateField("Tenggat")
    state = models.CharField(max_length=12, default="diminta")
    follows = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")

    class Meta:
        ordering = ["membership", "pk"]
        indexes = [models.Index(fields=["asked_of"], condition=Q(state="diminta"), name="consent_waiting")]


class Task(models.Model):
    """Tugas tim: small, moved by whoever is in the team."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="tasks")
    text = models.CharField("Tugas", max_length=300)
    assignee = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="tasks")
    due = models.DateField("Tenggat", null=True, blank=True)
    state = models.CharField("Keadaan", max_length=12, choices=TaskState, default=TaskState.OPEN)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["project", F("due").asc(nulls_last=True), "pk"]


class Contribution(models.Model):
    """Kontribusi: written by the member, confirmed by the lead. `result` is the additional result that it became."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="contributions")
    text = models.CharField("Kontribusi", max_length=1000)
    state = models.CharField(max_length=12, default="diajukan")
    submitted_on = models.DateField()
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    result = models.ForeignKey(
        "performance.PlannedResult", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["membership", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership"], condition=~Q(state="dikonfirmasi"), name="contribution_one_at_a_time"
            )
        ]


class ProjectTransition(TransitionRecord):
    """Perpindahan tim kerja. Sealed."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="transitions")

    class Meta:
        db_table = "projects_project_transition"
        constraints = [models.UniqueConstraint(fields=["project", "sequence"], name="project_moves_one_by_one")]


class MembershipTransition(TransitionRecord):
    """Perpindahan keanggotaan. Sealed."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="transitions")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "projects_membership_transition"
        constraints = [models.UniqueConstraint(fields=["membership", "sequence"], name="membership_moves_one_by_one")]


class ConsentTransition(TransitionRecord):
    """Perpindahan persetujuan: who consented, refused, or let the clock run out. Sealed."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="transitions")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "projects_consent_transition"
        constraints = [models.UniqueConstraint(fields=["consent", "sequence"], name="consent_moves_one_by_one")]


class ContributionTransition(TransitionRecord):
    """Perpindahan kontribusi, with the words as they stood then. Sealed."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="transitions")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=1000)

    class Meta:
        db_table = "projects_contribution_transition"
        constraints = [
            models.UniqueConstraint(fields=["contribution", "sequence"], name="contribution_moves_one_by_one")
        ]


class TeamRoleRecord(HistoryRecord):
    """Riwayat peran dalam tim: led or took part, within a unit or across, from a day to a day."""

    role = models.CharField("Peran", max_length=20)
    name = models.CharField("Nama tim", max_length=300)
    until = models.DateField("Sampai", null=True, blank=True)

    class Meta(HistoryRecord.Meta):
        constraints = [
            *HistoryRecord.Meta.constraints,
            models.CheckConstraint(
                name="teamrolerecord_ends_after_start", condition=Q(until=None) | Q(until__gte=F("effective_from"))
            ),
        ]
