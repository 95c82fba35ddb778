"""Riwayat pegawai: every fact about a person with its day of effect (TMT), its moment of record and its decree."""

from django.db import models
from django.db.models import F, Q

from jenjang.kernel.histories import HistoryRecord


class Assignment(models.TextChoices):
    """Jenis penugasan: how a position is held."""

    DEFINITIVE = "definitif", "Definitif"
    ACTING = "plt", "Pelaksana tugas (Plt.)"
    DAILY_ACTING = "plh", "Pelaksana harian (Plh.)"
    INTERIM = "pj", "Penjabat (Pj.)"
    ADDITIONAL = "tambahan", "Tugas tambahan"


class IdentityRecord(HistoryRecord):
    """Data diri: name, titles, birth, sex, faith, family standing and NIK; birth date and sex decide careers too."""

    nip = models.CharField("NIP", max_length=18, blank=True, default="")
    name = models.CharField("Nama", max_length=200)
    title_before = models.CharField("Gelar depan", max_length=60, blank=True, default="")
    title_after = models.CharField("Gelar belakang", max_length=120, blank=True, default="")
    birth_place = models.CharField("Tempat lahir", max_length=120, blank=True, default="")
    birth_date = models.DateField("Tanggal lahir")
    sex = models.CharField("Jenis kelamin", max_length=1)
    religion = models.CharField("Agama", max_length=40, blank=True, default="")
    marital = models.CharField("Status kawin", max_length=40, blank=True, default="")
    nik = models.CharField("NIK", max_length=16, blank=True, default="")

    class Meta(HistoryRecord.Meta):
        indexes = [
            *HistoryRecord.Meta.indexes,
            models.Index(fields=["nik"], condition=~Q(nik=""), name="identityrecord_by_nik"),
            models.Index(fields=["birth_date"], name="identityrecord_by_birth_date"),
        ]


class StatusRecord(HistoryRecord):
    """Status dan kedudukan hukum: PNS, CPNS or PPPK, since when, and whether in active service."""

    status = models.CharField("Status", max_length=20)
    standing = models.CharField("Kedudukan hukum", max_length=80, default="Aktif")
    appointed_on = models.DateField("TMT CPNS atau perjanjian kerja")
    confirmed_on = models.DateField("TMT PNS", null=True, blank=True)
    active = models.BooleanField("Aktif", default=True)


class RankRecord(HistoryRecord):
    """Riwayat pangkat: grade (golongan/ruang) and the service counted in it."""

    grade = models.CharField("Golongan/ruang", max_length=5)
    service_years = models.PositiveSmallIntegerField("Masa kerja, tahun", default=0)
    service_months = models.PositiveSmallIntegerField("Masa kerja, bulan", default=0)
    promotion_kind = models.CharField("Jenis kenaikan pangkat", max_length=80, blank=True, default="")


class PositionRecord(HistoryRecord):
    """Riwayat jabatan: which post was held from a day on, in which unit, and how (definitif, Plt., Plh.)."""

    seat = models.ForeignKey(
        "organization.Seat", null=True, blank=True, on_delete=models.PROTECT, related_name="holdings"
    )
    unit = models.ForeignKey(
        "organization.OrgUnit", null=True, blank=True, on_delete=models.PROTECT, related_name="holdings"
    )
    title = models.CharField("Nama jabatan", max_length=300)
    unit_name = models.CharField("Nama unit saat itu", max_length=300, blank=True, default="")
    kind = models.CharField("Jenis jabatan", max_length=20)
    career_level = models.CharField("Jenjang", max_length=20, default="tidak_ada")
    echelon = models.CharField("Eselon", max_length=6, blank=True, default="")
    assignment = models.CharField("Penugasan", max_length=10, choices=Assignment, default=Assignment.DEFINITIVE)
    until = models.DateField("Sampai", null=True, blank=True)

    class Meta(HistoryRecord.Meta):
        constraints = [
            *HistoryRecord.Meta.constraints,
            models.CheckConstraint(
                name="positionrecord_ends_after_start", condition=Q(until=None) | Q(until__gte=F("effective_from"))
            ),
        ]


class EducationRecord(HistoryRecord):
    """Riwayat pendidikan: level, field and school; `effective_from` is the day of graduation."""

    level = models.CharField("Tingkat", max_length=10)
    field = models.CharField("Program studi", max_length=200, blank=True, default="")
    school = models.CharField("Sekolah", max_length=200, blank=True, default="")
    graduated = models.PositiveSmallIntegerField("Tahun lulus")


class AwardRecord(HistoryRecord):
    """Riwayat penghargaan: what was given, and at which level."""

    level = models.CharField("Tingkat", max_length=20)
    name = models.CharField("Nama penghargaan", max_length=200)


class KinshipRecord(HistoryRecord):
    """Riwayat keluarga: a relative by the relation as seen from the employee, known by employee, NIK or name and birth."""

    relation = models.CharField("Hubungan", max_length=20)
    relative_employee = models.ForeignKey(
        "personnel.Employee", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    relative_name = models.CharField("Nama keluarga", max_length=200)
    relative_birth_date = models.DateField("Tanggal lahir", null=True, blank=True)
    relative_nik = models.CharField("NIK", max_length=16, blank=True, default="")

    class Meta(HistoryRecord.Meta):
        indexes = [
            *HistoryRecord.Meta.indexes,
            models.Index(fields=["relative_employee"], name="kinshiprecord_by_relative"),
        ]
