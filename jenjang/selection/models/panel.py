"""Tim penilai dan panitia seleksi: members, ties to candidates, recusal and replacement, independent marks."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from jenjang.selection.models.ranking import Candidate
from jenjang.selection.models.vacancy import Vacancy


class PanelSeat(models.TextChoices):
    """Kedudukan dalam tim."""

    CHAIR = "ketua", "Ketua"
    SECRETARY = "sekretaris", "Sekretaris"
    MEMBER = "anggota", "Anggota"
    RESERVE = "cadangan", "Anggota cadangan"


class TieKind(models.TextChoices):
    """Jenis hubungan antara penilai dan calon."""

    SAME_PERSON = "orang_sama", "Orang yang sama"
    KIN = "keluarga", "Keluarga"
    RIVAL = "pesaing", "Sesama calon"
    REPORTING_LINE = "atasan_bawahan", "Atasan atau bawahan langsung"
    POSSIBLE = "mungkin_keluarga", "Mungkin keluarga"


class Interest(models.TextChoices):
    """Sumber benturan kepentingan (PermenPANRB 17/2024)."""

    NONE = "tidak_ada", "Tidak ada kepentingan"
    FAMILY = "keluarga", "Keluarga atau kerabat"
    BUSINESS = "usaha", "Usaha atau keuangan"
    AFFILIATION = "afiliasi", "Afiliasi"
    OUTSIDE_WORK = "pekerjaan_luar", "Pekerjaan di luar tugas"
    OTHER = "lain", "Kepentingan lain"


class Panel(models.Model):
    """Tim penilai kinerja atau panitia seleksi for one vacancy, formed by decree."""

    vacancy = models.OneToOneField(Vacancy, on_delete=models.PROTECT, related_name="panel")
    decree_number = models.CharField("Nomor SK", max_length=100)
    decree_date = models.DateField("Tanggal SK")
    formed_at = models.DateTimeField(db_default=Now(), editable=False)
    formed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


class PanelMember(models.Model):
    """Anggota: an employee or an outsider, with the account that marks. Sealed; leaving is a `Replacement`."""

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="panel_memberships")
    employee = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("Nama", max_length=200)
    origin = models.CharField("Jabatan atau lembaga", max_length=300)
    nik = models.CharField("NIK", max_length=16, blank=True, default="")
    birth_date = models.DateField("Tanggal lahir", null=True)
    seat = models.CharField("Kedudukan", max_length=12, choices=PanelSeat)
    internal = models.BooleanField("Dari dalam instansi")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["panel", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["panel", "user"], name="panel_has_a_member_once"),
            models.UniqueConstraint(fields=["panel"], name="panel_has_one_chair", condition=Q(seat=PanelSeat.CHAIR)),
            models.CheckConstraint(
                name="panel_member_from_inside_is_an_employee", condition=Q(internal=False) | Q(employee__isnull=False)
            ),
        ]


class Tie(models.Model):
    """Hubungan: a family tie, reporting line or likeness between member and candidate, found by computation. Sealed.

    `certain` ties recuse by themselves; a possible one waits for a person's `TieRuling`.
    """

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="ties")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="ties")
    kind = models.CharField(max_length=20, choices=TieKind)
    certain = models.BooleanField()
    relation = models.CharField("Hubungan", max_length=200)
    degree = models.PositiveSmallIntegerField("Derajat", null=True)
    evidence = models.TextField("Sumber")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "candidate", "kind", "relation"], name="tie_is_found_once"),
        ]


class TieRuling(models.Model):
    """Penegasan hubungan: a person says whether a possible tie is one, and how that is known. Sealed."""

    tie = models.OneToOneField(Tie, on_delete=models.PROTECT, related_name="ruling")
    holds = models.BooleanField("Benar ada hubungan")
    reason = models.TextField(max_length=2000)
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(name="tie_ruling_says_why", condition=~Q(reason=""))]


class InterestDeclaration(models.Model):
    """Pernyataan kepentingan: made by each member for each decision; about one candidate or about none. Sealed."""

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="declarations")
    candidate = models.ForeignKey(Candidate, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Interest)
    words = models.TextField(max_length=2000, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="declared_interest_names_candidate_and_words",
                condition=Q(kind=Interest.NONE) | (Q(candidate__isnull=False) & ~Q(words="")),
            ),
        ]


class Recusal(models.Model):
    """Mundur dari penilaian satu calon: by a tie or by a declared interest, exactly one of them. Sealed."""

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="recusals")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="recusals")
    tie = models.ForeignKey(Tie, null=True, on_delete=models.PROTECT, related_name="+")
    declaration = models.ForeignKey(InterestDeclaration, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "candidate"], name="member_is_recused_once_for_a_candidate"),
            models.CheckConstraint(
                name="recusal_has_one_ground",
                condition=Q(tie__isnull=False, declaration=None) | Q(tie=None, declaration__isnull=False),
            ),
        ]


class Replacement(models.Model):
    """Penggantian: who marks instead of whom, for one candidate (recused) or for all (absent). Sealed."""

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="replacements")
    replaced_by = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="stands_in_for")
    candidate = models.ForeignKey(Candidate, null=True, on_delete=models.PROTECT, related_name="replacements")
    reason = models.TextField(max_length=2000)
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "candidate"], name="member_is_replaced_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="nobody_replaces_themselves", condition=~Q(member=models.F("replaced_by"))
            ),
        ]  # fmt: skip


class MarkDraft(models.Model):
    """Rancangan nilai: what a member typed so far; nobody else ever sees it. Deleted when sealed as `Mark`."""

    member = models.ForeignKey(PanelMember, on_delete=models.CASCADE, related_name="mark_drafts")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    component = models.CharField(max_length=20)
    aspect = models.CharField(max_length=40, blank=True, default="")
    score = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    note = models.CharField(max_length=500, blank=True, default="")
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "candidate", "component", "aspect"], name="mark_is_drafted_once"
            ),
            models.CheckConstraint(
                name="drafted_mark_is_between_0_and_100",
                condition=Q(score=None) | (Q(score__gte=0) & Q(score__lte=100)),
            ),
        ]  # fmt: skip


class MarkSheet(models.Model):
    """Lembar nilai terkunci: a member has finished one component for all candidates that they may mark. Sealed.

    Whoever joins after the marks were merged is marked in the next `round`.
    """

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="sheets")
    component = models.CharField(max_length=20)
    round = models.PositiveSmallIntegerField("Putaran", default=1)
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "component", "round"], name="mark_sheet_is_locked_once_a_round"),
        ]


class Mark(models.Model):
    """Nilai: one member's mark for one aspect of one candidate. Sealed; unseen until every sheet is locked."""

    sheet = models.ForeignKey(MarkSheet, on_delete=models.PROTECT, related_name="marks")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="marks")
    aspect = models.CharField(max_length=40, blank=True, default="")
    score = models.DecimalField(max_digits=5, decimal_places=2)
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "candidate", "aspect"], name="mark_is_given_once"),
            models.CheckConstraint(name="mark_is_between_0_and_100", condition=Q(score__gte=0) & Q(score__lte=100)),
        ]


class MergedMark(models.Model):
    """Nilai gabungan: the mean of all members' marks for one component of one candidate. Sealed."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="merged_marks")
    component = models.CharField(max_length=20)
    score = models.DecimalField(max_digits=5, decimal_places=2)
    markers = models.PositiveSmallIntegerField("Jumlah penilai")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["candidate", "component"], name="marks_are_merged_once"),
            models.CheckConstraint(name="merged_mark_has_a_marker", condition=Q(markers__gte=1)),
        ]
