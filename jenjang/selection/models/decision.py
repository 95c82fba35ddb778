"""Dari rapat sampai SK: meeting, three names, proposal, technical approval, decision, decree."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from jenjang.selection.models.panel import Interest, Panel, PanelMember
from jenjang.selection.models.ranking import Candidate, Run
from jenjang.selection.models.vacancy import Vacancy


class PublicReason(models.TextChoices):
    """Jenis alasan: what the public may read of why somebody was chosen; the words go to the candidates."""

    FIRST = "peringkat_pertama", "Peringkat pertama"
    FIT = "kesesuaian_jabatan", "Lebih sesuai dengan keperluan jabatan"
    EXPERIENCE = "pengalaman_bidang", "Pengalaman di bidang jabatan"
    CONTINUITY = "kesinambungan_tugas", "Kesinambungan tugas"
    UNAVAILABLE = "calon_berhalangan", "Calon di atasnya berhalangan"
    TECHNICAL = "pertimbangan_teknis", "Pertimbangan teknis BKN"


class DecreeKind(models.TextChoices):
    """Jenis naskah."""

    DECREE = "keputusan", "Surat keputusan"
    EXTRACT = "petikan", "Petikan keputusan"
    MINUTES = "berita_acara_rapat", "Berita acara rapat tim"
    OATH = "berita_acara_sumpah", "Berita acara pengambilan sumpah jabatan"
    INAUGURATION = "berita_acara_pelantikan", "Berita acara pelantikan"


class Meeting(models.Model):
    """Rapat tim: when, who was there, what was said. Sealed; attendance decides the quorum."""

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField("Tanggal")
    place = models.CharField("Tempat", max_length=200)
    notes = models.TextField("Risalah", max_length=10000, blank=True, default="")
    present = models.ManyToManyField(PanelMember, through="MeetingAttendance", related_name="meetings")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


class MeetingAttendance(models.Model):
    """Kehadiran rapat. Sealed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="member_attends_a_meeting_once")]


class Shortlist(models.Model):
    """Tiga nama: what the board or panel puts forward, from one run, after one meeting. Sealed; the newest counts."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="shortlists")
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="shortlists")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="shortlists")
    reason = models.TextField("Pertimbangan", max_length=4000, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["vacancy", "-at", "-pk"]


class ShortlistName(models.Model):
    """Satu dari tiga nama, with its place. Sealed."""

    shortlist = models.ForeignKey(Shortlist, on_delete=models.PROTECT, related_name="names")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField("Urutan")
    rank = models.PositiveSmallIntegerField("Peringkat")
    score = models.DecimalField("Nilai", max_digits=6, decimal_places=2)
    strength = models.CharField("Terkuat", max_length=500, blank=True, default="")

    class Meta:
        ordering = ["shortlist", "place"]
        constraints = [
            models.UniqueConstraint(fields=["shortlist", "place"], name="shortlist_place_is_filled_once"),
            models.UniqueConstraint(fields=["shortlist", "candidate"], name="candidate_is_shortlisted_once"),
            models.CheckConstraint(name="shortlist_has_three_places", condition=Q(place__gte=1) & Q(place__lte=3)),
        ]


class OfficialInterest(models.Model):
    """Pernyataan kepentingan pejabat: who proposes or decides says, before that, whether anything ties them to the three.

    One row says that nothing does; else one row for each candidate. Sealed, added to and never taken back.
    """

    shortlist = models.ForeignKey(Shortlist, on_delete=models.PROTECT, related_name="interests")
    candidate = models.ForeignKey(Candidate, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("Jenis", max_length=20, choices=Interest)
    words = models.TextField("Uraian", max_length=2000, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["shortlist", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["shortlist", "by", "candidate"], name="official_declares_once_about_a_candidate",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="official_interest_names_candidate_and_words",
                condition=Q(kind=Interest.NONE, candidate=None)
                | (~Q(kind=Interest.NONE) & Q(candidate__isnull=False) & ~Q(words="")),
            ),
        ]  # fmt: skip


class OfficialTieRuling(models.Model):
    """Penegasan hubungan pejabat: a person says whether a likeness found by computation is a tie, and how that is known.

    Sealed. `TieRuling` is the same for a member of the panel.
    """

    official = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField("Hubungan", max_length=200)
    holds = models.BooleanField("Benar ada hubungan")
    reason = models.TextField(max_length=2000)
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["official", "candidate"], name="official_tie_is_ruled_once"),
            models.CheckConstraint(name="official_tie_ruling_says_why", condition=~Q(reason="")),
        ]


class Proposal(models.Model):
    """Usul Pejabat yang Berwenang, to the appointing authority. Sealed; the newest counts."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="proposals")
    shortlist = models.ForeignKey(Shortlist, on_delete=models.PROTECT, related_name="proposals")
    note = models.TextField("Catatan", max_length=4000, blank=True, default="")
    capacity = models.CharField("Bertindak sebagai", max_length=200)
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["vacancy", "-at", "-pk"]


class TechnicalApproval(models.Model):
    """Pertimbangan teknis BKN: number, date, verdict. Sealed; the newest counts."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="technical_approvals")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="+")
    number = models.CharField("Nomor", max_length=100)
    dated_on = models.DateField("Tanggal")
    approved = models.BooleanField("Disetujui")
    document = models.ForeignKey("kernel.Document", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["vacancy", "-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="technical_approval_has_a_number", condition=~Q(number="")),
        ]


class ApprovalKind(models.TextChoices):
    """Jenis persetujuan lain dari luar instansi."""

    MINISTER = "mendagri", "Persetujuan tertulis Menteri Dalam Negeri"
    EARLY = "sebelum_dua_tahun", "Persetujuan penggantian JPT sebelum dua tahun"


class OutsideApproval(models.Model):
    """Persetujuan lain (UU 10/2016 Pasal 71, PP 11/2017 Pasal 132): number, date, scan. Sealed."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="outside_approvals")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("Jenis", max_length=20, choices=ApprovalKind)
    number = models.CharField("Nomor", max_length=100)
    dated_on = models.DateField("Tanggal")
    document = models.ForeignKey("kernel.Document", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["vacancy", "-at", "-pk"]
        constraints = [models.CheckConstraint(name="outside_approval_has_a_number", condition=~Q(number=""))]


class DecisionDraft(models.Model):
    """Rancangan keputusan: the appointing authority's choice while it is thought over."""

    vacancy = models.OneToOneField(Vacancy, on_delete=models.CASCADE, related_name="decision_draft")
    chosen = models.ForeignKey(Candidate, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    reason_kind = models.CharField(max_length=24, choices=PublicReason, blank=True, default="")
    words = models.TextField(max_length=4000, blank=True, default="")
    changed_at = models.DateTimeField(db_default=Now())
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


class Decision(models.Model):
    """Keputusan Pejabat Pembina Kepegawaian: who, why, in which capacity, on which findings. Sealed.

    `findings` is the JSON of the law's `Decision`. A second decision (after an annulment) names the one it supersedes.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="decisions")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="decisions")
    chosen = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="decisions")
    passed_over_first = models.BooleanField("Bukan peringkat pertama")
    reason_kind = models.CharField(max_length=24, choices=PublicReason)
    words = models.TextField("Alasan", max_length=4000, blank=True, default="")
    findings = models.TextField()
    capacity = models.CharField("Bertindak sebagai", max_length=200)
    law_snapshot = models.CharField(max_length=64)
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["vacancy", "-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy"], name="vacancy_is_decided_once", condition=Q(supersedes=None)
            ),
            models.CheckConstraint(
                name="decision_that_passes_over_first_says_why",
                condition=Q(passed_over_first=False) | ~Q(words=""),
            ),
        ]  # fmt: skip


class Decree(models.Model):
    """Naskah: SK, petikan, berita acara; numbered, signed, with a short code for the QR. Sealed.

    `fields` is the canonical JSON of what the paper says; each field is committed to by itself, so that a proof
    discloses only what the publisher chooses.
    """

    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="decrees")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="decrees")
    kind = models.CharField(max_length=24, choices=DecreeKind)
    number = models.CharField("Nomor", max_length=100, unique=True)
    dated_on = models.DateField("Tanggal")
    effective_from = models.DateField("TMT", null=True)
    fields = models.TextField()
    document = models.ForeignKey("kernel.Document", null=True, on_delete=models.PROTECT, related_name="+")
    signed_sha256 = models.CharField(max_length=64, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["vacancy", "dated_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "kind"], name="decision_has_one_decree_of_a_kind",
                condition=Q(decision__isnull=False),
            ),
        ]  # fmt: skip


class DecreeOrder(models.Model):
    """Naskah dalam pengerjaan: numbered and entered in the ledger, still to be set, signed and stored as a `Decree`.

    It makes the work repeatable: whoever is killed in the middle begins again with the same number and words.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="decree_orders")
    decision = models.ForeignKey(Decision, null=True, on_delete=models.CASCADE, related_name="decree_orders")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.CASCADE, related_name="decree_orders")
    kind = models.CharField(max_length=24, choices=DecreeKind)
    number = models.CharField(max_length=100, unique=True)
    dated_on = models.DateField()
    effective_from = models.DateField(null=True)
    fields = models.TextField()
    letter = models.TextField()
    entry = models.BigIntegerField()
    ordered_at = models.DateTimeField(db_default=Now())
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["vacancy", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "kind"], name="decision_orders_a_decree_of_a_kind_once",
                condition=Q(decision__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["meeting", "kind"], name="meeting_orders_its_minutes_once", condition=Q(meeting__isnull=False),
            ),
        ]  # fmt: skip
